/** The archive's names, from the list that the site publishes for programs. */
import { topicText } from '../../arabic/strings.ts';
import { fetchAnew } from './lists.ts';
import type { Stores } from './stores.ts';

export interface TopicName {
  readonly name: string;
  /** With its kind: `وسم: مصر` */
  readonly label: string;
  /** Its page, from the root of the site, in readable form. */
  readonly path: string;
  readonly articles: number;
}

const KINDS = { sections: 'section', tags: 'tag', sources: 'source', authors: 'author', people: 'person', places: 'place' } as const;

export async function loadTopicNames(stores: Stores): Promise<readonly TopicName[]> {
  const lists = (await (await fetchAnew(stores, '/api/v1/topics.json')).json()) as Readonly<Record<string, readonly { readonly name: string; readonly articles: number; readonly url: string }[]>>;
  return Object.entries(KINDS).flatMap(([folder, kind]) =>
    (lists[folder] ?? []).map(({ name, articles, url }): TopicName => {
      return { name, label: `${topicText[kind].one}: ${name}`, path: topicPath(url), articles };
    }));
}

/** `/tags/مصر/`: the last two folders. The list names the address of publication, which a copy elsewhere has not. */
export function topicPath(url: string): string {
  return `/${decodeURI(new URL(url).pathname).split('/').slice(-3).join('/')}`;
}

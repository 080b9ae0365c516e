/** The parts of a site that lists of topics are. */
import type { Archive } from '../archive/archive.ts';
import { TOPIC_KINDS, type TopicKind } from '../archive/settings.ts';

export type TopicKinds = readonly TopicKind[];

/** What the navigation calls each kind. */
export const TOPIC_AREA = { section: 'sections', tag: 'tags', source: 'sources', author: 'authors', person: 'people', place: 'places' } as const satisfies Record<TopicKind, string>;

/** Kinds of topics of which the archive has any: no page leads to the list of another. */
export function usedTopicKinds({ topics }: Archive): TopicKinds {
  return TOPIC_KINDS.filter((kind) => topics[kind].length > 0);
}

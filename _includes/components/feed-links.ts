import { paths } from '../../src/site/urls.ts';
import type { Link, PageFrame } from '../../src/site/views/common.ts';
import type { Texts } from '../../src/languages/language.ts';

/** The feeds named at the foot of a page: its own where it has some, else those of the whole archive. */
export function siteFeedLinks({ siteText }: Texts, { feeds }: PageFrame): readonly Link[] {
  return [
    { path: feeds?.atom ?? paths.atom, text: siteText.feedAtom },
    { path: feeds?.json ?? paths.jsonFeed, text: siteText.feedJson },
  ];
}

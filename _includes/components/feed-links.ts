import { siteText } from '../../src/arabic/strings.ts';
import { paths } from '../../src/site/urls.ts';
import type { Link, PageFrame } from '../../src/site/views/common.ts';

/** The feeds named at the foot of a page: its own where it has some, else those of the whole archive. */
export function siteFeedLinks({ feeds }: PageFrame): readonly Link[] {
  return [
    { path: feeds?.atom ?? paths.atom, text: siteText.feedAtom },
    { path: feeds?.json ?? paths.jsonFeed, text: siteText.feedJson },
  ];
}

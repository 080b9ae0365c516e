/** What is in the archive, and what is not: counts, first and last date, gaps. */
import { nouns } from '../../arabic/plural.ts';
import { findGaps } from '../../archive/archive.ts';
import type { Site } from '../site.ts';
import { usedTopicKinds } from '../topic-areas.ts';
import { dayPath, paths, topicIndexPath, type SitePath } from '../urls.ts';
import { buildCard, homeLink, type Card, type Link, type PageFrame } from './common.ts';
import { yearRows, type YearRow } from './periods.ts';

export interface AboutView extends PageFrame {
  readonly kind: 'about';
  readonly paragraphs: readonly string[];
  readonly figures: readonly { readonly label: string; readonly value: string; readonly path: SitePath | undefined }[];
  readonly first: Card | undefined;
  readonly last: Card | undefined;
  readonly monthNames: readonly string[];
  readonly years: readonly YearRow[];
  readonly gaps: readonly { readonly from: Link; readonly to: Link; readonly length: string }[];
  readonly rights: string | undefined;
}

const MOST_GAPS = 10;

export function buildAboutView(site: Site): AboutView {
  const { aboutText, topicText } = site.text.words;
  const { archive, settings, text } = site;
  const first = archive.articles.at(-1);
  const last = archive.articles[0];
  return {
    kind: 'about',
    path: paths.about,
    heading: aboutText.title,
    title: aboutText.title,
    description: settings.site.description,
    crumbs: [homeLink(text)],
    indexed: true,
    feeds: undefined,
    area: 'about',
    paragraphs: settings.site.about.length > 0 ? settings.site.about : [settings.site.description],
    figures: [
      { label: aboutText.articles, value: text.number(archive.articles.length), path: paths.dates },
      { label: aboutText.days, value: text.number(archive.days.length), path: paths.dates },
      ...usedTopicKinds(archive).map((kind) => ({ label: topicText[kind].all, value: text.number(archive.topics[kind].length), path: topicIndexPath(kind) })),
    ],
    first: first && buildCard(site, first, 'headline'),
    last: last && buildCard(site, last, 'headline'),
    monthNames: Array.from({ length: 12 }, (_, index) => text.monthName(index + 1)),
    years: yearRows(site),
    gaps: findGaps(archive, MOST_GAPS).map(({ after, before, days }) => ({
      from: { path: dayPath(after), text: text.day(after) },
      to: { path: dayPath(before), text: text.day(before) },
      length: text.count(days, nouns.day),
    })),
    rights: settings.site.rights,
  };
}

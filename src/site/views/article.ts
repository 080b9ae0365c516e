/** The page of one article. */
import type { Article } from '../../article/article.ts';
import { renderBody, type PictureAttributes } from '../../article/markdown.ts';
import { countWords, readingMinutes } from '../../article/reading-time.ts';
import { nouns } from '../../arabic/plural.ts';
import { relateArticles, type Related, type RelatedArticles } from '../../archive/related.ts';
import type { TopicKind } from '../../archive/settings.ts';
import { dayOf } from '../../calendar/archive-date.ts';
import { buildCitation } from '../citation/citation.ts';
import type { DateView } from '../date-text.ts';
import { createPictureFinder } from '../pictures.ts';
import { rightsOf } from '../rights.ts';
import type { Site } from '../site.ts';
import { absolute, articlePath, dayPath, href, monthPath, yearPath, type SitePath } from '../urls.ts';
import { buildCitationBox, type CitationBox } from './citation-box.ts';
import { datesLink, homeLink, summaryOf, topicLink, type Link, type PageFrame } from './common.ts';

/** A name with its page, where there is one. */
export interface NamedLink {
  readonly text: string;
  readonly path: SitePath | undefined;
}

export interface NeighbourLink extends Link {
  readonly language: string;
}

export interface RelatedLink extends NeighbourLink {
  readonly date: DateView;
  /** Why it is related. */
  readonly shared: readonly string[];
}

export interface ArticleView extends PageFrame {
  readonly kind: 'article';
  readonly id: string;
  readonly kicker: string | undefined;
  readonly subtitle: string | undefined;
  readonly language: string;
  readonly date: DateView;
  readonly printedDate: string | undefined;
  readonly updated: DateView | undefined;
  readonly captured: DateView | undefined;
  /** How exactly the date is known. */
  readonly precision: string;
  /** Digest of the article file. */
  readonly sha256: string;
  readonly section: Link | undefined;
  readonly tags: readonly Link[];
  readonly authors: readonly Link[];
  readonly source: Link | undefined;
  readonly originalUrl: string | undefined;
  readonly people: readonly NamedLink[];
  readonly places: readonly NamedLink[];
  readonly related: readonly RelatedLink[];
  readonly image: { readonly src: string; readonly alt: string; readonly credit: string | undefined; readonly size: PictureAttributes | undefined } | undefined;
  readonly rights: string | undefined;
  readonly corrections: readonly { readonly date: DateView; readonly text: string }[];
  /** `420 كلمة، قراءة دقيقتين`; undefined without a text. */
  readonly reading: string | undefined;
  /** HTML, safe as it is; empty for a withdrawn article. */
  readonly bodyHtml: string;
  /** The full, permanent address. */
  readonly address: string;
  readonly previous: NeighbourLink | undefined;
  readonly next: NeighbourLink | undefined;
  readonly withdrawn: { readonly date: DateView; readonly reason: string } | undefined;
  readonly citation: CitationBox;
  /** The article itself, for machine formats. */
  readonly article: Article;
}

const relatedArticles = new WeakMap<Site, { all?: RelatedArticles; recent?: RelatedArticles; told?: RelatedArticles }>();

/** Says what articles of a site are related to, so that nobody looks for it again. @param told of those that are asked for next; what was told before is forgotten */
export function tellRelated(site: Site, told: RelatedArticles): void {
  relatedArticles.set(site, { ...relatedArticles.get(site), told });
}

/** Older articles that an article leads to, with the reasons. */
export function relatedTo(site: Site, article: Article): readonly Related[] {
  const { archive, settings, relatedPast: past } = site;
  const known = relatedArticles.get(site) ?? {};
  relatedArticles.set(site, known);
  const told = known.told?.get(article.id);
  if (told !== undefined) return told;
  const position = archive.positions.get(article.id) ?? archive.articles.length;
  if (past !== undefined && archive.articles.length - 1 - position >= past.articles) {
    return (known.recent ??= relateArticles(archive, settings, { past })).get(article.id) ?? [];
  }
  return (known.all ??= relateArticles(archive, settings)).get(article.id) ?? [];
}

function relatedLinks(site: Site, article: Article): readonly RelatedLink[] {
  return relatedTo(site, article).map(({ article: other, shared }) => ({ path: articlePath(other), text: other.title, language: other.language, date: site.text.date(other.date), shared }));
}

export function buildArticleView(site: Site, article: Article): ArticleView {
  const { articleText, dataText } = site.text.words;
  const { archive, text, address } = site;
  const path = articlePath(article);
  const position = archive.positions.get(article.id);
  const neighbour = (step: number): NeighbourLink | undefined => {
    const other = position === undefined ? undefined : archive.articles[position + step];
    return other && { path: articlePath(other), text: other.title, language: other.language };
  };
  const links = (kind: TopicKind, names: readonly string[]): Link[] => names.flatMap((name) => topicLink(site, kind, name) ?? []);
  // A withdrawn article may name people of whom no page tells.
  const named = (kind: TopicKind, names: readonly string[]): readonly NamedLink[] => names.map((name) => topicLink(site, kind, name) ?? { text: name, path: undefined });
  const withdrawn = article.withdrawn && { date: text.date(article.withdrawn.date), reason: article.withdrawn.reason };
  return {
    kind: 'article',
    path,
    heading: withdrawn === undefined ? article.title : articleText.withdrawnTitle,
    title: withdrawn === undefined ? article.title : articleText.withdrawnTitle,
    description: withdrawn === undefined ? (summaryOf(article, 160) ?? article.title) : articleText.withdrawnNotice,
    crumbs: dateCrumbs(site, article),
    indexed: withdrawn === undefined,
    feeds: undefined,
    area: undefined,
    id: article.id,
    kicker: article.kicker,
    subtitle: article.subtitle,
    language: article.language,
    date: text.date(article.date),
    printedDate: article.date_printed,
    updated: article.updated && text.date(article.updated),
    captured: article.captured && text.date(article.captured),
    precision: dataText.precisionOf[article.date.precision],
    sha256: article.sha256,
    section: links('section', article.section === undefined ? [] : [article.section])[0],
    tags: links('tag', article.tags),
    authors: links('author', article.authors),
    source: links('source', article.source === undefined ? [] : [article.source])[0],
    originalUrl: article.original_url,
    people: named('person', article.people),
    places: named('place', article.places),
    related: relatedLinks(site, article),
    image: article.image && { src: article.image.src.startsWith('/') ? href(address, article.image.src) : article.image.src, alt: article.image.alt, credit: article.image.credit, size: createPictureFinder(site)(article.image.src) },
    rights: rightsOf(site, article),
    corrections: article.corrections.map((note) => ({ date: text.date(note.date), text: note.text })),
    reading: withdrawn === undefined ? readingTime(site, article) : undefined,
    bodyHtml: withdrawn === undefined ? renderBody(article.body, { href: (target) => href(address, target), picture: createPictureFinder(site) }, article.dateline) : '',
    address: absolute(address, path),
    previous: neighbour(1),
    next: neighbour(-1),
    withdrawn,
    citation: buildCitationBox(buildCitation(site, article), text),
    article,
  };
}

function readingTime({ text }: Site, { body }: Article): string | undefined {
  const { readingListText } = text.words;
  const words = countWords(body);
  const minutes = readingMinutes(words);
  return words === 0 ? undefined : readingListText.time(text.count(words, nouns.word), minutes === 0 ? readingListText.lessThanMinute : text.count(minutes, nouns.minute, { oblique: true }));
}

/** Home, dates, year, month, day: as far as the date goes. A withdrawn article may be alone in its period, which then has no page. */
function dateCrumbs({ text }: Site, { date, withdrawn }: Article): readonly Link[] {
  const crumbs: Link[] = [homeLink(text), datesLink(text)];
  if (withdrawn !== undefined) return crumbs;
  crumbs.push({ path: yearPath(date.year), text: text.year(date.year) });
  if (date.month !== undefined) crumbs.push({ path: monthPath(date.year, date.month), text: text.month(date.year, date.month) });
  const day = dayOf(date);
  if (day !== undefined) crumbs.push({ path: dayPath(day), text: text.day(day) });
  return crumbs;
}

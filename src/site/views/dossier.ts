/** Dossiers: a story with articles in it, and all its articles along a line of time. */
import { nouns } from '../../arabic/plural.ts';
import type { Article, ArticleId } from '../../article/article.ts';
import { renderBody } from '../../article/markdown.ts';
import { groupBy } from '../../archive/archive.ts';
import { articlesOfDossier } from '../../archive/dossier-articles.ts';
import type { Dossier } from '../../archive/dossier.ts';
import { pad4 } from '../../calendar/day.ts';
import type { DateText } from '../date-text.ts';
import type { Site } from '../site.ts';
import { dossierPath, href, paths } from '../urls.ts';
import { buildCard, homeLink, type Card, type CountedLink, type Link, type PageFrame } from './common.ts';

/** HTML that is safe as it is, or articles between two stretches of it. */
export type DossierPartView = { readonly html: string } | { readonly cards: readonly Card[] };

export interface DossierView extends PageFrame {
  readonly kind: 'dossier';
  readonly summary: string | undefined;
  readonly count: string;
  /** Days from the first article to the last, in words. */
  readonly span: string | undefined;
  readonly parts: readonly DossierPartView[];
  /** Oldest first. */
  readonly timeline: readonly { readonly year: string; readonly cards: readonly Card[] }[];
}

export interface DossierEntry extends CountedLink {
  readonly summary: string | undefined;
}

export interface DossiersView extends PageFrame {
  readonly kind: 'dossiers';
  readonly entries: readonly DossierEntry[];
}

function dossiersLink({ words }: DateText): Link {
  return { path: paths.dossiers, text: words.dossierText.title };
}

const gathered = new WeakMap<Site, Map<Dossier, readonly Article[]>>();

function articlesOf(site: Site, dossier: Dossier): readonly Article[] {
  const known = gathered.get(site) ?? new Map<Dossier, readonly Article[]>();
  gathered.set(site, known);
  const articles = known.get(dossier) ?? articlesOfDossier(site.archive, dossier, site.settings);
  known.set(dossier, articles);
  return articles;
}

export function dossierEntries(site: Site): readonly DossierEntry[] {
  return site.settings.dossiers.map((dossier) => ({ path: dossierPath(dossier.slug), text: dossier.title, summary: dossier.summary, count: site.text.count(articlesOf(site, dossier).length, nouns.article) }));
}

export function buildDossiersView(site: Site): DossiersView {
  const { dossierText, sentence } = site.text.words;
  const entries = dossierEntries(site);
  return { kind: 'dossiers', path: paths.dossiers, heading: dossierText.title, title: dossierText.title, description: sentence.counted(dossierText.title, site.text.count(entries.length, nouns.dossier)), crumbs: [homeLink(site.text)], indexed: true, feeds: undefined, area: undefined, entries };
}

export function buildDossierView(site: Site, dossier: Dossier): DossierView {
  const { dossierText, periodText, sentence } = site.text.words;
  const { archive, text, address } = site;
  const articles = articlesOf(site, dossier);
  const cards = (ids: readonly string[]): readonly Card[] => ids.flatMap((id) => archive.byId.get(id as ArticleId) ?? []).filter(({ id }) => archive.positions.has(id)).map((article) => buildCard(site, article));
  const [first, last] = [articles[0], articles.at(-1)];
  const count = text.count(articles.length, nouns.article);
  return {
    kind: 'dossier',
    path: dossierPath(dossier.slug),
    heading: dossier.title,
    title: sentence.labelled(dossierText.one, dossier.title),
    description: dossier.summary ?? sentence.counted(dossier.title, count),
    crumbs: [homeLink(text), dossiersLink(text)],
    indexed: true,
    feeds: undefined,
    area: undefined,
    summary: dossier.summary,
    count,
    span: first === undefined || last === undefined || first === last ? undefined : `${periodText.from} ${text.date(first.date).gregorian} ${periodText.to} ${text.date(last.date).gregorian}`,
    parts: dossier.parts.map((part) => ('text' in part ? { html: renderBody(part.text, { href: (path) => href(address, path) }) } : { cards: cards(part.articles) })),
    timeline: [...groupBy(articles, ({ date }) => pad4(date.year))].map(([year, group]) => ({ year: text.year(Number(year)), cards: group.map((article) => buildCard(site, article, 'headline')) })),
  };
}

/** The kind of a page, told from its path alone: what a reader can tell too. */

const FORMS = [
  ['home', /^index\.html$/u],
  ['notFound', /^404\.html$/u],
  ['about', /^about\/index\.html$/u],
  ['history', /^history\/index\.html$/u],
  ['historyPeriod', /^history\/\d{4}\/(?:\d{2}\/)?index\.html$/u],
  ['words', /^words\/index\.html$/u],
  ['readingList', /^reading-list\/index\.html$/u],
  ['offline', /^offline\/index\.html$/u],
  ['search', /^search\/index\.html$/u],
  ['dates', /^dates\/index\.html$/u],
  ['data', /^data\/index\.html$/u],
  ['dossiers', /^dossiers\/index\.html$/u],
  ['dossier', /^dossiers\/[^/]+\/index\.html$/u],
  ['onThisDay', /^on-this-day\/index\.html$/u],
  ['anniversary', /^on-this-day\/(?:hijri\/)?\d{2}\/\d{2}\/index\.html$/u],
  ['hijri', /^hijri\/index\.html$/u],
  ['hijriYear', /^hijri\/\d{4}\/index\.html$/u],
  ['hijriMonth', /^hijri\/\d{4}\/\d{2}\/index\.html$/u],
  ['topicIndex', /^(?:sections|tags|sources|authors|people|places)\/index\.html$/u],
  ['topic', /^(?:sections|tags|sources|authors|people|places)\/[^/]+\/index\.html$/u],
  ['topicPeriod', /^(?:sections|tags|sources|authors|people|places)\/[^/]+\/\d{4}\/(?:\d{2}\/)?index\.html$/u],
  ['year', /^\d{4}\/index\.html$/u],
  ['month', /^\d{4}\/\d{2}\/index\.html$/u],
  ['day', /^\d{4}\/\d{2}\/\d{2}\/index\.html$/u],
  ['article', /^\d{4}\/(?:\d{2}\/){0,2}[a-z0-9-]{4,64}\/index\.html$/u],
] as const;

export type PageKind = (typeof FORMS)[number][0];
export const PAGE_KINDS: readonly PageKind[] = FORMS.map(([kind]) => kind);

export function kindOf(path: string): PageKind {
  const found = FORMS.find(([, form]) => form.test(path));
  if (found === undefined) throw new Error(`${path} is of no known kind`);
  return found[0];
}

/**
 * The arrows between the rooms (docs/architecture.md). A room may import itself and the rooms named here; an arrow that
 * is missing points the wrong way. Type-only imports count, for a type is knowledge too.
 */

const ARTICLE_AND_LEFT = ['src/arabic', 'src/calendar', 'src/article'];
const ARCHIVE_AND_LEFT = [...ARTICLE_AND_LEFT, 'src/languages', 'src/archive'];
const SITE_AND_LEFT = [...ARCHIVE_AND_LEFT, 'src/site'];
const FORMATS_AND_LEFT = [...SITE_AND_LEFT, 'src/formats'];
const PLAN_AND_LEFT = [...FORMATS_AND_LEFT, 'src/plan'];
const ELEVENTY_AND_LEFT = [...PLAN_AND_LEFT, '_includes', 'src/eleventy'];

/** Files directly in src/search: what its two sides share. */
const SEARCH_SHARED = 'src/search/[^/]+$';

const ROOMS = {
  'src/arabic': { may: [], because: 'The language knows nothing of news, so that each rule can be tested on words alone.' },
  'src/calendar': { may: ['src/arabic'], because: 'Dates are read and written in Arabic, and serve anything that has a date.' },
  'src/languages': { may: ['src/arabic', 'src/calendar'], because: 'The interface says the same in each language: texts, counted nouns, dates.' },
  'src/article': { may: ['src/arabic', 'src/calendar'], because: 'The border looks at one file at a time, whatever archive it is for.' },
  'src/archive': { may: [...ARTICLE_AND_LEFT, 'src/languages'], because: 'The archive groups articles; pages and addresses come after it.' },
  'src/site': { may: ARCHIVE_AND_LEFT, because: 'View models know what is shown, not how it is written or rendered.' },
  'src/formats': { may: SITE_AND_LEFT, because: 'Feeds and data are made of the site, as pages are.' },
  'src/search': { may: ARCHIVE_AND_LEFT, because: 'Search reads articles; pages only link to it.' },
  'src/plan': { may: FORMATS_AND_LEFT, because: 'The plan says what would be written; rendering and writing come after it.' },
  '_includes': {
    may: ['src/arabic', 'src/calendar', 'src/languages', 'src/site', 'src/formats/head'],
    because: 'A theme shows view models; what it would have to look up in the archive belongs in the view model.',
  },
  'src/eleventy': { may: [...PLAN_AND_LEFT, '_includes'], because: 'Eleventy renders the pages of a plan and does nothing else.' },
  'src/machine': { may: [], because: 'What builds and imports ask of the machine they run on has nothing to do with news.' },
  'src/build': { may: [...ELEVENTY_AND_LEFT, 'src/search', 'src/machine'], because: 'The build carries a plan out; packs and hosts come after it.' },
  'src/import': { may: [...ARTICLE_AND_LEFT, 'src/machine'], because: 'Importers end where the border begins: they write article files.' },
  'src/offline': { may: [...PLAN_AND_LEFT, 'src/build', 'src/search/format'], because: 'Packs are made of what a build has made.' },
  'src/deploy': { may: [...PLAN_AND_LEFT, 'src/build'], because: 'What a host needs is told from the site and what a build has made.' },
  'src/client': {
    may: ['src/arabic', 'src/calendar', 'src/search/format', 'src/search/query', SEARCH_SHARED],
    because: 'It is sent to readers, so each import costs every one of them.',
  },
  'src/search/query': { may: ['src/arabic', 'src/calendar', 'src/search/format', SEARCH_SHARED], because: 'It runs in browsers, where there is no archive and no Node.' },
  '.eleventy.ts': { may: ['src/eleventy'], because: 'It is wiring only.' },
};

const OURS = '^(src|_includes|scripts|test|\\.eleventy)(/|\\.ts$)';
const inside = (path) => (path.endsWith('$') || path.endsWith('.ts') ? `^${path}` : `^${path}(/|\\.tsx?$)`);

const arrows = Object.entries(ROOMS).map(([room, { may, because }]) => ({
  name: `arrow-from-${room.replace(/^\./, '').replace(/[/.]/g, '-')}`,
  comment: `${because} It may import: ${may.join(', ') || 'nothing of ours'}.`,
  severity: 'error',
  from: { path: inside(room) },
  to: { path: OURS, pathNot: [room, ...may].map(inside) },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'theme-takes-types-of-formats-only',
      comment: 'What goes into <head> is made by src/formats; the theme writes it out and needs its shape only.',
      severity: 'error',
      from: { path: '^_includes/' },
      to: { path: '^src/formats/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-node-in-browsers',
      comment: 'What is sent to readers, and all it imports, has to do without Node’s modules and the search index.',
      severity: 'error',
      from: { path: '^src/(client|search/query)/' },
      to: { path: '^(node:|fs$|path$|crypto$|url$|os$|zlib$|stream|buffer$|util$|child_process$|worker_threads$|http|src/search/index/)', reachable: true },
    },
    {
      name: 'no-files-left-of-the-build',
      comment: 'These rooms turn values into values; files, processes and the network are for src/build, src/eleventy and scripts.',
      severity: 'error',
      from: { path: '^(src/(arabic|calendar|languages|article|archive|site|formats|plan)|_includes)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(buffer|crypto)$' },
    },
    {
      name: 'eleventy-in-one-room',
      comment: 'Eleventy is replaceable as long as one room knows it.',
      severity: 'error',
      from: { path: OURS, pathNot: ['^src/eleventy/', '^\\.eleventy\\.ts$', '^test/'] },
      to: { path: '(^|/)@11ty/' },
    },
    {
      name: 'luxon-in-one-room',
      comment: 'Dates are of our own kind everywhere else, so that a missing day stays missing.',
      severity: 'error',
      from: { path: OURS, pathNot: '^src/calendar/' },
      to: { path: '(^|/)luxon(/|$)' },
    },
    {
      name: 'tests-and-commands-are-not-imported',
      comment: 'The product must work without its tests and command lines.',
      severity: 'error',
      from: { path: '^(src|_includes)/' },
      to: { path: '^(scripts|test)/' },
    },
    {
      name: 'texts-in-the-language-of-the-site',
      comment: 'Pages and files take the texts of the interface from the site (`site.text.words`, `useWords()`): imported, they would be Arabic in every language.',
      severity: 'error',
      from: { path: '^(src/(archive|site|formats|plan|build|offline|deploy)|_includes)/' },
      to: { path: '^src/arabic/strings\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other are one file, and cannot be read in any order.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'A misspelt import would slip past every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};

/** The report as Markdown, and its short form for the terminal. Quoted text is quoted as code, so that nothing in it acts. */
import { REMARK_KINDS, type RemarkKind } from '../foreign-article.ts';
import { CLEANING_RULES } from '../clean/clean-text.ts';
import { OUTCOMES, type ImportReport, type Outcome, type ReportedArticle } from './report.ts';

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  new: 'new articles',
  updated: 'updated, since the original changed',
  unchanged: 'unchanged',
  dated: 'drafts that have a date now, and became articles',
  'wants-date': 'kept apart as drafts: they want a date',
  duplicate: 'left out as duplicates',
  edited: 'not written: a person has edited them and the original changed too',
  deleted: 'not written: a person has deleted them',
  refused: 'refused',
  'left-out': 'left out on purpose (menus, attachments, revisions …)',
};

const KIND_WORDS: Readonly<Record<RemarkKind, string>> = {
  removed: 'Left out of texts',
  moved: 'Moved from the text into fields',
  cleaned: 'Cleaned and decided by rules',
  eye: 'Wants a person’s eye',
};

/** What the codes mean, beyond those of cleaning. */
const CODE_WORDS: Readonly<Record<string, string>> = {
  ...CLEANING_RULES,
  repeated: 'lines that many articles of the source share',
  wire: 'wire endings', follow: '"follow us" lines', subscribe: 'subscription lines', share: 'share lines', related: '"read also" lines', app: 'notices of apps', sms: 'lines about text messages', copyright: 'copyright lines', counter: 'numbers and signs at the edges of texts', comment: 'lines about comments and advertisements', shortcode: 'commands to other programs', 'html-element': 'elements of pages that are no text', link: 'links that lead nowhere from here (their words stay)', image: 'images that cannot be shown', field: 'fields that have no place here', 'caption-guessed': 'lines between headline and text that seem to stand below a picture', caption: 'words below pictures', 'field-long': 'values too long for their field', 'updated-early': 'dates of change before the date of publication', address: 'addresses that are none',
  credit: 'photo credits', 'image-lead': 'pictures of articles that stood in the text too', tags: 'tags that the text named', 'source-line': 'lines that name the source', 'section-line': 'lines that name the section', dateline: 'datelines', byline: 'bylines', 'date-line': 'lines that hold the date', 'headline-repeated': 'headlines repeated in the text', edition: 'titles of journal editions taken apart',
  'date-from-path': 'dates taken from file names or addresses', 'date-given': 'dates given by you', 'date-day-before-month': 'dates read as day/month/year', 'date-day-count': 'days counted by a spreadsheet', 'date-no-zone': 'times without a zone: only the day is kept', 'date-unknown-zone': 'times with a zone that means several things: only the day is kept', 'date-short-year': 'years of two digits', 'embed-as-link': 'players and posts kept as links', 'html-in-markdown': 'texts whose HTML was turned into Markdown', 'tag-added': 'tags, people and places added',
  'tag-suggested': 'tags, people and places that may fit (write them with --accept-tags)', 'space-missing': 'words that seem to lack a space', 'headline-made': 'headlines made of the first words, since there was none', 'headline-long': 'headlines too long for the field', 'only-furniture': 'texts that are furniture only, kept as they are', 'no-text': 'articles without a text', 'no-arabic': 'texts without Arabic letters', 'private-characters': 'characters that only one font knew', 'letters-lost': 'single letters lost (U+FFFD)', 'dates-differ': 'dates that differ', 'date-unread': 'dates that could not be read', 'date-future': 'dates that lie ahead', 'image-alt': 'images without a description', unpublished: 'articles that were not public', 'short-main-text': 'pages with a very short main text', 'same-identity': 'different articles with one address or id', 'identity-twice': 'the same article twice in one import',
};

/** Lines of each list in the Markdown report; the JSON report has all. */
const MOST_LINES = 200;

export function renderReport(report: ImportReport): string {
  const parts = [
    `# Import${report.dryRun ? ' (dry run: nothing was written)' : ''}`,
    OUTCOMES.filter((outcome) => report.counts[outcome] > 0).map((outcome) => `- ${String(report.counts[outcome])} ${OUTCOME_WORDS[outcome]}`).join('\n') || '- nothing was found',
    section('Articles that want a date', report.articles.filter(({ outcome }) => outcome === 'wants-date').map(wantsDate)),
    section('Edited here and changed there', report.articles.filter(({ outcome }) => outcome === 'edited').map(edited)),
    section('Refused', report.refusals.filter(({ expected }) => expected !== true).map(({ place, reason, fix }) => `- ${where(place)}: ${text(reason)}; ${fix}`)),
    ...[...REMARK_KINDS].reverse().map((kind) => remarksOf(report, kind)),
    section('Duplicates', report.duplicates.map(({ kind, likeness, articles }) => `- ${kind === 'exact' ? 'the same words' : `${String(Math.round(likeness * 100))}% the same words`}: ${articles.map((name) => `\`${code(name)}\``).join(', ')}`)),
    section('Left out on purpose', summarise(report.refusals.filter(({ expected }) => expected === true).map(({ reason }) => reason))),
    section('Redirects', redirectLines(report)),
    section('Columns and fields', report.mappings.map(({ file, taken, leftOut }) => `- \`${code(file)}\`: ${Object.entries(taken).map(([column, field]) => `\`${code(column)}\` → ${field}`).join(', ')}${leftOut.length === 0 ? '' : `; left out: ${leftOut.map((column) => `\`${code(column)}\``).join(', ')}`}`)),
    section('Sources', report.sources.map(({ file, format, encoding, evidence }) => `- \`${code(file)}\`: ${format}, ${encoding} (${evidence})`)),
    report.dropped === 0 ? '' : `${String(report.dropped)} more notes were counted and not kept.`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const rest = lines.length - MOST_LINES;
  return `## ${title} (${String(lines.length)})\n\n${lines.slice(0, MOST_LINES).join('\n')}${rest > 0 ? `\n- … and ${String(rest)} more: the JSON report has all` : ''}`;
}

function wantsDate({ place, id, file, title, candidates = [] }: ReportedArticle): string {
  const days = candidates.slice(0, 5).map(({ iso }, index) => `${String(index + 1)}. ${iso}`).join('  ');
  const reasons = (candidates[0]?.reasons ?? []).map((reason) => `  - ${text(reason)}`);
  return [
    `- ${where(place)} → \`${code(file ?? '')}\`: ${text(title ?? '')}`,
    candidates.length === 0 ? '  - nothing in the text says when; look it up' : `  - it may be of ${days}; confirm with \`--confirm ${id ?? ''}=${candidates[0]?.iso ?? ''}\`, or write the date into the draft and import again`,
    ...reasons,
  ].join('\n');
}

function edited({ place, file, id, difference = [] }: ReportedArticle): string {
  return [`- ${where(place)}: \`${code(file ?? '')}\` was edited here; the new original lies in \`.import/conflicts/${id ?? ''}.md\`. Keep yours with --edited keep, take the other with --edited replace.`, ...difference.slice(0, 20).map((line) => `  - \`${code(line)}\``)].join('\n');
}

function remarksOf({ articles, remarks }: ImportReport, kind: RemarkKind): string {
  const counts = Object.entries(remarks).filter(([key]) => key.startsWith(`${kind}: `));
  if (counts.length === 0) return '';
  const lines = counts.flatMap(([key, count]) => {
    const name = key.slice(kind.length + 2);
    const shown = articles.flatMap(({ place, file, remarks: own }) => own.filter((remark) => remark.kind === kind && remark.code === name && remark.text !== '').map((remark) => `  - \`${code(file ?? place.file)}\`: ${text(remark.text)}`));
    const rest = shown.length - MOST_LINES;
    return [`- **${CODE_WORDS[name] ?? name}**: ${String(count)}`, ...shown.slice(0, MOST_LINES), ...(rest > 0 ? [`  - … and ${String(rest)} more: the JSON report has all`] : [])];
  });
  return `## ${KIND_WORDS[kind]}\n\n${lines.join('\n')}`;
}

function redirectLines({ redirects }: ImportReport): readonly string[] {
  return [
    ...(redirects.added > 0 ? [`- ${String(redirects.added)} old addresses written to \`${code(redirects.file ?? '')}\``] : []),
    ...redirects.kept.map((path) => `- \`${code(path)}\` leads elsewhere already and was left alone`),
    ...redirects.impossible.map((path) => `- \`${code(path)}\` cannot be redirected by a host of static files`),
  ];
}

function summarise(reasons: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `- ${String(count)}: ${text(reason)}`);
}

function where({ file, record, line, alone }: ReportedArticle['place']): string {
  const number = alone === true ? undefined : (line ?? record);
  return `\`${code(file)}${number === undefined ? '' : `:${String(number)}`}\``;
}

function code(value: string): string {
  return value.replace(/[`\u0000-\u001F\u007F]/gu, ' ').slice(0, 300);
}

/** Words of articles, set apart by direction marks of their own. */
function text(value: string): string {
  return `\u2068${value.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#|]/gu, '\\$&').slice(0, 500)}\u2069`;
}

/** A few lines for the terminal. */
export function summariseReport(report: ImportReport): readonly string[] {
  const { counts } = report;
  return [
    ...OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => `${String(counts[outcome]).padStart(7)}  ${OUTCOME_WORDS[outcome]}`),
    ...(report.duplicates.length > 0 ? [`${String(report.duplicates.length).padStart(7)}  groups of duplicates`] : []),
    ...(report.redirects.added > 0 ? [`${String(report.redirects.added).padStart(7)}  redirects written to ${report.redirects.file ?? ''}`] : []),
  ];
}

/** What a person has to do, one line each; at most `most` of each kind. */
export function pendingLines(report: ImportReport, archive: string, most: number): readonly string[] {
  const shorten = (lines: readonly string[]): readonly string[] => (lines.length <= most ? lines : [...lines.slice(0, most), `… and ${String(lines.length - most)} more: see the report`]);
  return [
    ...shorten(report.refusals.filter(({ expected }) => expected !== true).map(({ place, code: name, reason, fix }) => `${place.file}${place.alone === true && place.line === undefined ? '' : place.line !== undefined ? `:${String(place.line)}` : place.record === undefined ? '' : `:${String(place.record)}`}: refused: ${reason.replace(/\s+/gu, ' ')}; fix: ${fix} [${name}]`)),
    ...shorten(report.articles.filter(({ outcome }) => outcome === 'edited').map(({ file, id }) => `${archive}/${file ?? ''}: edited here and changed in the source; compare ${archive}/.import/conflicts/${id ?? ''}.md, then --edited keep or --edited replace`)),
    ...shorten(report.articles.filter(({ outcome }) => outcome === 'wants-date').map(({ place, file, id, candidates = [] }) => `${archive}/${file ?? ''} (from ${place.file}${place.alone === true ? '' : `:${String(place.line ?? place.record ?? '')}`}): wants a date; ${candidates.length === 0 ? 'nothing in the text says when' : `perhaps ${candidates.slice(0, 3).map(({ iso }) => iso).join(', ')}: --confirm ${id ?? ''}=${candidates[0]?.iso ?? ''}`}`)),
  ];
}

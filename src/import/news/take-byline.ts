/** Dateline and byline, from the first paragraph of the text and from the field of authors. */
import type { Remark } from '../foreign-article.ts';
import { bareBlock, type Block } from './blocks.ts';
import { readBylineLine } from './byline-line.ts';
import { findDateline, readDateline, type Dateline, type Names } from './dateline.ts';

export interface Bylined {
  readonly blocks: readonly Block[];
  readonly dateline: Dateline | undefined;
  /** The words that were the dateline; a day may stand among them. */
  readonly head: string | undefined;
  readonly fromAuthors: Dateline | undefined;
  readonly authors: readonly string[];
}

/**
 * `**القاهرة - رويترز:** قال …`: pages set the dateline off. The marks go where they hold nothing but a dateline and the rest of the paragraph has none.
 */
function withoutEmphasis(block: Block, names: Names): Block {
  const { whole = '', inner = '', rest = '' } = /^(?<whole>(?<mark>\*{1,3}|_{1,3})(?<inner>[^*_\n[\]]{2,80}?)\k<mark>)(?<rest>[^]*)$/u.exec(block.markdown)?.groups ?? {};
  if (whole === '' || /[\\`*_[\]<>#|~&\n]/u.test(rest)) return block;
  const plain = `${inner.trim()} ${rest.trim()}`;
  const found = findDateline(plain, names);
  return found !== undefined && found.head.length >= inner.trim().length ? bareBlock(plain) : block;
}

export function takeByline(blocks: readonly Block[], authors: readonly string[], names: Names, remarks: Remark[]): Bylined {
  const [first, ...rest] = [...blocks.slice(0, 1).map((block) => withoutEmphasis(block, names)), ...blocks.slice(1)];
  const opening = first?.bare === true ? findDateline(first.plain, names) : undefined;
  if (opening !== undefined) remarks.push({ kind: 'moved', code: 'dateline', text: opening.head });
  // `لندن: «الشرق الأوسط»` in the field of authors; names that commas parted were one byline.
  const written = authors.join('، ');
  const by = readBylineLine(written, names, undefined);
  const byline = by ?? (written === '' ? undefined : readDateline(written, names, true));
  const understood = byline !== undefined && (by !== undefined || byline.agencies.length > 0 || byline.place !== undefined);
  if (understood) remarks.push({ kind: 'moved', code: 'byline', text: written });
  return {
    blocks: opening === undefined ? blocks : [bareBlock(opening.rest), ...rest],
    dateline: opening?.dateline,
    head: opening?.head,
    fromAuthors: understood ? byline : undefined,
    authors: understood ? [] : authors.map((name) => name.replace(/[\s:،,–—-]+$/u, '').replace(/^[\s:،,–—-]+/u, '')),
  };
}

/** What is selected on a page, beside the text that stands around it. */

/** A place in a block: its number, and how many letters stand before. */
interface Place {
  readonly block: number;
  readonly at: number;
}

export interface Passage {
  /** The text of each paragraph, item, heading and so on of the page, in its order; white space as in the page. */
  readonly blocks: readonly string[];
  /** The first letter of the passage. */
  readonly start: Place;
  /** Behind its last letter. */
  readonly end: Place;
}

/** @returns undefined when the range holds no letter that is seen */
export function readPassage(range: Range): Passage | undefined {
  const blocks: { readonly element: Element | null; text: string }[] = [];
  let start: Place | undefined;
  let end: Place | undefined;
  for (const node of seenTexts(document.body)) {
    const element = blockOf(node);
    let block = blocks.at(-1);
    if (block?.element !== element) blocks.push((block = { element, text: '' }));
    const { length } = block.text;
    block.text += node.data;
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const chosen = node.data.slice(from, node === range.endContainer ? range.endOffset : undefined);
    if (chosen.trim() === '') continue;
    start ??= { block: blocks.length - 1, at: length + from + chosen.length - chosen.trimStart().length };
    end = { block: blocks.length - 1, at: length + from + chosen.trimEnd().length };
  }
  return start && end && { blocks: blocks.map(({ text }) => text), start, end };
}

/** Buttons are added by scripts, some for a selection only: who follows the link may not have them. */
function* seenTexts(root: Element): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const { currentNode } = walker;
    const { parentElement } = currentNode;
    if (currentNode instanceof Text && parentElement?.closest('button') === null && parentElement.getClientRects().length > 0) yield currentNode;
  }
}

/** What a browser lays out as a piece of its own, over whose edge it finds no words. */
function blockOf(node: Text): Element | null {
  let element = node.parentElement;
  while (element !== null && /^(?:inline|contents)$/u.test(getComputedStyle(element).display)) element = element.parentElement;
  return element;
}

/** The passage as it is quoted: a line a paragraph. */
export function quoteOf({ blocks, start, end }: Passage): string {
  return blocks
    .slice(start.block, end.block + 1)
    .map((text, index, all) => text.slice(index === 0 ? start.at : 0, index === all.length - 1 ? end.at : undefined).replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

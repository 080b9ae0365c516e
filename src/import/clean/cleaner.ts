/** Cleaning of an article's texts, with a remark for each rule that had to do something. */
import type { Remark } from '../foreign-article.ts';
import { cleanText, type CleaningRule } from './clean-text.ts';

export type Cleaner = (text: string) => string;

/** Cleans texts and adds up what it did, one remark a rule. */
export function createCleaner(remarks: Remark[]): Cleaner {
  const places = new Map<CleaningRule, number>();
  return (text) => {
    const { text: clean, counts } = cleanText(text);
    for (const [rule, count] of counts) {
      const at = places.get(rule);
      const known = at === undefined ? undefined : remarks[at];
      if (at === undefined || known === undefined) {
        places.set(rule, remarks.length);
        remarks.push({ kind: 'cleaned', code: rule, text: '', count });
      } else remarks[at] = { ...known, count: (known.count ?? 0) + count };
    }
    return clean;
  };
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

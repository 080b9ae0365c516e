import { splitRuns } from '../../src/arabic/bidi.ts';

/** A text whose Latin names are isolated, so that punctuation and numbers beside them stay in place. */
export function Text({ value }: { readonly value: string }) {
  return <>{splitRuns(value).map(({ text, foreign }) => (foreign ? <bdi>{text}</bdi> : text))}</>;
}

import { directionOf, splitRuns } from '../../src/arabic/bidi.ts';
import { useLanguage } from './language.ts';

const directions = new Map<string, 'rtl' | 'ltr'>();

/** As `directionOf`, which takes a tag apart: each text of each page asks, and there are few languages. */
function knownDirection(language: string): 'rtl' | 'ltr' {
  const direction = directions.get(language) ?? directionOf(language);
  directions.set(language, direction);
  return direction;
}

interface TextProps {
  readonly value: string;
  /** Of the element in which it stands, where `languageAttributes` say it. */
  readonly language?: string;
}

/** A text whose names of the other direction are isolated, so that punctuation and numbers beside them stay in place. */
export function Text({ value, language }: TextProps) {
  const { code } = useLanguage();
  const base = knownDirection(language ?? code);
  const runs = splitRuns(value, base);
  if (runs.length === 1 && runs[0]?.foreign === false) return <>{value}</>;
  return <>{runs.map(({ text, foreign }) => (!foreign ? text : base === 'rtl' ? <bdi>{text}</bdi> : <bdi lang="ar" dir="rtl"><Text value={text.replace(/[\u2068\u2069]/gu, '')} language="ar" /></bdi>))}</>;
}

/** An address or a name for machines: it breaks after a slash or an underscore where it can, and anywhere where it must. */
export function Address({ value }: { readonly value: string }) {
  return <bdi class="address">{value.split(/(?<=[^/:]\/|_)(?=[^/])/u).map((part, index) => <>{index > 0 && <wbr />}{part}</>)}</bdi>;
}

/** Attributes of an element whose text may be in another language than the page. For components: they know the page’s. */
export function languageAttributes(language: string): { readonly lang?: string; readonly dir?: 'rtl' | 'ltr' } {
  return language === useLanguage().code ? {} : { lang: language, dir: knownDirection(language) };
}

/** A headline inside a line of the page. */
export function Headline({ text, language }: { readonly text: string; readonly language: string }) {
  return language === useLanguage().code ? <Text value={text} /> : <bdi {...languageAttributes(language)}><Text value={text} language={language} /></bdi>;
}

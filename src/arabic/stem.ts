/**
 * A first light stemmer: the forms of a word that a searcher would call the same word meet in one class.
 * Rules only: no word list and no counts. It is careful with single-letter prefixes (`بغداد`, `وزير` keep their first letter).
 */

const KEEP = new Set(['الله', 'اللهم', 'التي', 'الذي', 'الذين', 'اللذين', 'اللتين', 'اللذان', 'اللتان', 'اللواتي', 'الان', 'الي', 'الا', 'الم', 'الف', 'الاف', 'المانيا', 'والله', 'بالله', 'لله']);

/** Longest first; one is taken. */
const SUFFIXES = [
  ...['ياتهما', 'ياتها', 'ياتهم', 'ياتنا', 'اتهما', 'يتهما', 'يتين', 'يتان', 'يتها', 'يتهم', 'يتنا', 'ياته', 'تهما', 'اتهم', 'اتها', 'اتنا', 'اتيه'],
  ...['اته', 'يته', 'اتي', 'كما', 'هما', 'تها', 'تهم', 'تنا', 'يها', 'يهم', 'يهن', 'ينا', 'يات', 'يون', 'يين', 'تين', 'تان'],
  ...['ات', 'ون', 'ين', 'ان', 'ها', 'هم', 'هن', 'نا', 'كم', 'يه', 'ته', 'وا', 'ه', 'ي', 'ا', 'ت'],
];

/**
 * Common beginnings whose waw is part of the word: ministers, agencies, states, documents, delegations …
 * Without such a list `وزارة` and `الوزارة` would part ways. Normal forms.
 */
const ROOTED_WAW = new RegExp(
  `^(?:${'وزار وزير وزراء وزن وكال وكيل وكلا وطن وفد وفود وفاه وفيات وفاق وقت وقف وقود وقوع وقوف وقاي وقائ وقاءع وثيق وثاءق وثق وحد وحيد واحد واحه وادي واقع واسع واضح واشنطن وارد وراث ورث وراء ورق ورش ورد وسط وسيط وساط وساءل وسيل وسام وسم وصول وصف وصي وضع وضوح وضعي وظيف وظاءف وعد وعود وعي ولاي ولاد ولد وليد ولي وهم وهاب وجود وجه وجوه واجه واجب وداع وديع وتر وتير'.split(' ').join('|')})`,
  'u',
);

const ARABIC_WORD = /^[\u0621-\u064A]+$/u;

/** The class of a normal form (see `normalForm`). Words of other scripts, short words and a keep-list are their own class. */
export function stem(word: string): string {
  if (word.length <= 3 || !ARABIC_WORD.test(word) || KEEP.has(word)) return word;
  return cutSuffix(cutPrefix(word));
}

/** The normal form without article and what is joined before it, as far as rules can tell. */
export function cutPrefix(word: string): string {
  const article = /^[وف]?(?:[بك]?ال|لل)/u.exec(word)?.[0];
  if (article !== undefined) {
    const rest = word.slice(article.length);
    const least = article === 'ال' || article === 'لل' ? 2 : 3;
    if (rest.length >= least) return rest;
    return word;
  }
  if (word.length >= 5 && word.startsWith('و') && !ROOTED_WAW.test(word)) return word.slice(1);
  if (word.length >= 5 && /^ف[اتي]/u.test(word)) return word.slice(1);
  return word;
}

/** The word without its ending, as far as rules can tell. */
export function cutSuffix(word: string): string {
  if (word.length <= 3 || !ARABIC_WORD.test(word) || KEEP.has(word)) return word;
  // Of `سيناريوهات` and `اتجاهات`; of `مواجهات` the ha is the word's own.
  if (/..[وا]هات$/u.test(word)) return word.slice(0, -3);
  for (const suffix of SUFFIXES) {
    if (!word.endsWith(suffix) || word.length - suffix.length < 3) continue;
    const rest = word.slice(0, -suffix.length);
    const folded = foldLastHamza(rest);
    return folded === rest ? rest : cutSuffix(folded);
  }
  return word;
}

/** As the normal form ends where no ending follows: `قضا` for the `قضاء` of `قضاءه`, `لاجي` for the `لاجء` of `لاجءين`. */
export function foldLastHamza(word: string): string {
  return word.length >= 4 && word.endsWith('ء') ? word.replace(/(?<=[اوي])ء$/u, '').replace(/ء$/u, 'ي') : word;
}

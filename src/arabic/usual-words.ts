/**
 * The most usual words of Arabic news, as they are written: a search keeps no places of them, which would be the longest lists. Spellings
 * of the same normal form (`أن`, `إن`; `على`, `علي`) go with them. Their order is part of the format of the index.
 */
export const USUAL_WORDS: readonly string[] = ['في', 'من', 'على', 'أن', 'إلى', 'التي', 'عن', 'مع', 'الذي', 'ما', 'لا', 'أو', 'هذا', 'هذه'];

/** Names of people in bylines. */
import { normalForm } from '../../arabic/words.ts';

/** Two to five words of letters, none of them a word of sentences. */
export function isPerson(part: string): boolean {
  const words = part.split(/\s+/u);
  return words.length >= 2 && words.length <= 5 && words.every((word) => word.length <= LONGEST_WORD && /^\p{L}[\p{L}\p{M}'’.]*$/u.test(word)) && !words.some((word) => NO_NAME.has(normalForm(word)));
}

/** A person whose first name is known as one, whatever title stands before it. */
export function isNamedPerson(part: string, givenNames: ReadonlySet<string>): boolean {
  const name = part.trim().replace(TITLES, '');
  // `على جناح يمام`: the preposition is the name علي in normal form.
  return isPerson(name) && !name.startsWith('على ') && givenNames.has(normalForm(name.split(/\s+/u)[0] ?? ''));
}

const TITLES = /^(?:(?:(?:أ|ا)\s?\.\s?)?د\s?[./]\s?|[أاملشع]\s?[./]\s?|(?:ال)?(?:دكتور|دكتورة|أستاذ|أستاذة|مهندس|مهندسة|شيخ|صحفي|صحافي|زميل|زميلة)\s+)+/u;

/** `الدينداعشخلية`: tags that ran together are no name. */
const LONGEST_WORD = 12;

const NO_NAME: ReadonlySet<string> = new Set('في من إلى عن مع قال قالت أكد أعلن أعلنت هذا هذه التي الذي أن إن لا ما بعد قبل خلال حول بين عند كل غير أمام وزير رئيس خبر عاجل بيان تقرير حوار خاص أخبار سياسي اقتصادي رياضي عام ثقافي يعلن يفتتح يستقبل يبحث أثناء خلال لدى منطقة مدينة محافظة جانب صحيفة جريدة وكالة قناة موقع مجلة شركة مؤسسة إذاعة وزارة هيئة ولاية يتحدث يقول يؤكد يكتب الرجل علينا يوم الإعلام نيوز أونلاين'.split(' ').map(normalForm));

/** Words that say nothing alone: particles, pronouns, question words. A query that has others is better without them. */
import { normalForm } from './words.ts';

const WORDS = `
في من إلى على عن مع حتى منذ خلال بين تحت فوق أمام وراء عند لدى حول نحو ضد دون عبر بعد قبل مثل غير سوى
و ف ب ل ك أو أم ثم لكن بل لا لم لن ما إن أن إذا لو قد سوف كي حيث إذ كما لأن بأن فإن وأن كل بعض أي
هو هي هم هن نحن أنا أنت هذا هذه ذلك تلك هؤلاء أولئك هنا هناك الذي التي الذين اللذين اللتين اللواتي
كان كانت يكون تكون ليس ليست كانوا أصبح
من ماذا متى أين كيف كم لماذا هل أية منها فيها بها لها عليها منه فيه به له عليه عنه عنها إليه إليها التى الى علي فى
`;

const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/u).filter((word) => word !== '').map(normalForm));

/** @param word a word as written */
export function isStopWord(word: string): boolean {
  const normal = normalForm(word);
  return STOP_WORDS.has(normal) || (normal.startsWith('و') && STOP_WORDS.has(normal.slice(1)));
}

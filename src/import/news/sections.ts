/** Names of sections that sites write alone on a line above a headline. */
import { normalForm } from '../../arabic/words.ts';

const NAMES = 'سياسة اقتصاد رياضة ثقافة مجتمع محليات دولي دوليات عربي عربيات عالم حوادث صحة علوم تكنولوجيا تقنية منوعات فنون فن رأي آراء مقالات مقال تحقيقات تقارير أمن أمني محلي محلية سياسي اقتصادي رياضي ثقافي اجتماعي اقتصادية سياسية رياضية ثقافية تعليم بيئة سياحة دين إسلاميات ملاعب كتاب حوارات حوار ميديا لايف ستايل'.split(' ');

const FORMS: ReadonlySet<string> = new Set(NAMES.flatMap((name) => [name, `ال${name}`]).map(normalForm));

/** True for a line that is the name of a section and nothing else. */
export function isSectionName(line: string): boolean {
  const name = line.trim();
  return /^[\p{L}\p{M}]+$/u.test(name) && FORMS.has(normalForm(name));
}

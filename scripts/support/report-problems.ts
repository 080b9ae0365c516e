/** Shows the problems of an archive: all of them, sorted, with counts at the end. */
import { formatProblem, type Problem } from '../../src/article/problem.ts';

/** `2 errors, 1 warning` */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const plural = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
  return `${plural(errors, 'error')}, ${plural(problems.length - errors, 'warning')}`;
}

/** At most `limit` problems as lines; a line says how many more there are. */
export function problemLines(problems: readonly Problem[], limit = Number.POSITIVE_INFINITY): readonly string[] {
  const rest = problems.length - limit;
  return [...problems.slice(0, limit).map(formatProblem), ...(rest > 0 ? [`… and ${String(rest)} more: npm run validate shows all`] : [])];
}

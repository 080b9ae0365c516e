/** What the last build said, for the next that has nothing to do. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PROBLEM_CODES, type Problem, type ProblemCode } from '../article/problem.ts';
import type { Digest } from '../plan/digest.ts';
import { writeWhole } from './write-file.ts';

const FILE = 'report.json';

const schema = z.object({
  inputs: z.string(),
  articles: z.number(),
  outputs: z.number(),
  bytes: z.number(),
  problems: z.array(z.object({ code: z.custom<ProblemCode>((code) => typeof code === 'string' && code in PROBLEM_CODES), severity: z.enum(['error', 'warning']), file: z.string(), line: z.number(), field: z.string(), got: z.string(), expected: z.string(), fix: z.string() })),
});

export interface LastReport {
  readonly articles: number;
  readonly outputs: number;
  readonly bytes: number;
  readonly problems: readonly Problem[];
}

/** @returns undefined when the last build was of something else */
export async function loadReport(cache: string, inputs: Digest): Promise<LastReport | undefined> {
  const text = await readFile(join(cache, FILE), 'utf8').catch(() => '');
  const result = schema.safeParse(parseJson(text));
  return result.success && result.data.inputs === inputs ? result.data : undefined;
}

export async function saveReport(cache: string, inputs: Digest, { articles, outputs, bytes, problems }: LastReport): Promise<void> {
  await writeWhole(join(cache, FILE), JSON.stringify({ inputs, articles, outputs, bytes, problems }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

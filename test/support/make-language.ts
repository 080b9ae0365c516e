/** A language of the interface for tests, written as one file: English in letters that no other text of the project has. */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { Language, LanguageFile } from '../../src/languages/language.ts';
import { fromFile } from '../../src/languages/languages.ts';
import { PROJECT } from './build-once.ts';

const ENGLISH = join(PROJECT, 'src/languages/english.ts');
export const CODE = 'ka';
/** Georgian letters in the order of the Latin ones. */
const LETTERS = Array.from('აბგდევზთიკლმნოპჟრსტუფქღყშჩ');

export function inLetters(text: string): string {
  return text.replace(/[a-z]/giu, (letter) => LETTERS[letter.toLowerCase().charCodeAt(0) - 97] ?? letter);
}

/** Writes the file of the language into a folder, as a translator would: `english.ts` with every text in other words. */
export async function makeLanguage(folder: string): Promise<Language> {
  const source = await readFile(ENGLISH, 'utf8');
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isImportDeclaration(node)) {
      const { moduleSpecifier } = node;
      const path = ts.isStringLiteral(moduleSpecifier) ? resolve(dirname(ENGLISH), moduleSpecifier.text) : '';
      edits.push({ start: moduleSpecifier.getStart(), end: moduleSpecifier.end, text: JSON.stringify(path) });
      return;
    }
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'language' && node.initializer !== undefined) {
      const file = join(folder, `${CODE}.ts`);
      edits.push({ start: node.initializer.getStart(), end: node.initializer.end, text: JSON.stringify({ code: CODE, direction: 'ltr', locale: 'ka_GE', name: 'ქართული', file }) });
      return;
    }
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || node.kind === ts.SyntaxKind.TemplateHead || node.kind === ts.SyntaxKind.TemplateMiddle || node.kind === ts.SyntaxKind.TemplateTail) {
      // Escapes such as \u2068 are no letters of the text.
      edits.push({ start: node.getStart(), end: node.end, text: node.getText().split(/(\\u[0-9a-fA-F]{4}|\\n)/u).map((part, at) => (at % 2 === 1 ? part : inLetters(part))).join('') });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(ENGLISH, source, ts.ScriptTarget.Latest, true));
  const text = edits.reduceRight((before, { start, end, text: own }) => before.slice(0, start) + own + before.slice(end), source);
  const file = join(folder, `${CODE}.ts`);
  await writeFile(file, text);
  return fromFile((await import(pathToFileURL(file).href)) as LanguageFile<unknown>);
}

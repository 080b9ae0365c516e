/** One article in other forms, beside its page: JSON, plain text, and Markdown that is an article file again. */
import type { Article } from '../../article/article.ts';
import { bodyText } from '../../article/markdown.ts';
import { buildCitation } from '../../site/citation/citation.ts';
import { cslItem } from '../../site/citation/csl.ts';
import type { Site } from '../../site/site.ts';
import { absolute, articlePath } from '../../site/urls.ts';
import { articleRecord, articleTexts } from './record.ts';

export function renderArticleJson(site: Site, article: Article): string {
  return `${JSON.stringify({ ...articleRecord(site, article), ...articleTexts(article), csl: cslItem(buildCitation(site, article)) }, null, 1)}\n`;
}

export function renderArticleText(site: Site, article: Article): string {
  const date = site.text.date(article.date);
  const head = [article.kicker, article.title, article.subtitle, [article.source, ...article.authors, date.gregorian, date.hijri].filter((part) => part !== undefined).join(' · ')];
  const body = `${article.dateline === undefined ? '' : `${article.dateline} – `}${bodyText(article.body).replaceAll('\n', '\n\n')}`;
  const corrections = article.corrections.map((note) => `${site.text.date(note.date).gregorian}: ${note.text}`);
  const parts = [head.filter((line) => line !== undefined).join('\n'), body, ...(corrections.length === 0 ? [] : [[site.text.words.articleText.corrections, ...corrections].join('\n')]), absolute(site.address, articlePath(article))];
  return `${parts.join('\n\n')}\n`;
}

/** Values are written as JSON, which is YAML too: whatever a text holds, it stays one text. */
export function renderArticleMarkdown(article: Article): string {
  const { id, title, kicker, subtitle, date, date_printed, updated, section, tags, authors, source, dateline, people, places, original_url, captured, language, summary, image, corrections, rights } = article;
  const fields: Readonly<Record<string, unknown>> = {
    id, title, kicker, subtitle, date: date.iso, date_printed, updated: updated?.iso, section, tags, authors, source, dateline, people, places, original_url,
    captured: captured?.iso, language, summary, image, corrections: corrections.map((note) => ({ date: note.date.iso, text: note.text })), rights,
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${article.body}\n`;
}

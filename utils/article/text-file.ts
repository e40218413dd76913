/** Reads a plain text, one paragraph a line, as an article: the page's chrome that was copied with it is left out. */

import type { Article, Field, Published } from './article';
import { isChromeLine, isContactLine, isCreditLine, isFieldLine } from './chrome';
import { datesIn } from './dates-as-shown';
import { type FieldName, labelledValues } from './labels';
import { openingClause } from './opening-clause';

const TITLE_LINE = /^#\s+(?=\S)/u;

/** Toolbars and datelines between title and body are at most this many lines. */
const MOST_HEAD_LINES = 4;

/** A date opens a text when it starts within this many characters. */
const OPENING = 2;

const SENTENCE_END = /[。！？；]/u;

const isPageLine = (line: string): boolean => isChromeLine(line) || isFieldLine(line) || isCreditLine(line);

/** A line behind the body that says where it is from, whatever else it names: 信息整理:… 信息来源:… */
const isSourceLine = (line: string): boolean =>
  !SENTENCE_END.test(line) && labelledValues(line).some(({ field, weak }) => field === 'source' && !weak);

/** The article of a text, and all its lines, those around the article included. */
export interface TextArticle {
  article: Article;
  pageLines: string[];
}

/**
 * The article of a text file, or null when nothing but chrome is in it. A first line `# …` is the title; without one the
 * title is the first clause of the body. Nothing is known of the publisher but the host of `url`.
 */
export function articleOfText(text: string, url: string): TextArticle | null {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  const all = lines.filter((line) => line !== '');
  const titled = TITLE_LINE.test(all[0] ?? '');
  const { body, around } = partsOf(titled ? all.slice(1) : all);
  if (body.length === 0) return null;
  const article: Article = {
    kind: 'article',
    url: url.split('#', 1)[0]!,
    title: titled ? all[0]!.replace(TITLE_LINE, '') : openingClause(body),
    titleOrigin: titled ? 'page' : 'text',
    published: labelledDate(around) ?? openingDate(body[0]!),
    source: fieldOf(around, 'source'),
    author: fieldOf(around, 'author'),
    editor: fieldOf(around, 'editor'),
    column: [],
    language: '',
    document: null,
    publisher: { verdict: 'unknown', host: hostOf(url), evidence: [] },
    attachments: [],
    blocks: body.map((line) => ({ type: 'paragraph', text: line })),
  };
  return { article, pageLines: all };
}

/** Parts the body from the lines of the page before and after it. */
function partsOf(lines: readonly string[]): { body: string[]; around: string[] } {
  let start = 0;
  while (start < Math.min(lines.length, MOST_HEAD_LINES) && isPageLine(lines[start]!)) start += 1;
  let end = lines.length;
  const isTail = (line: string) =>
    isPageLine(line) || isSourceLine(line) || (end < lines.length && isContactLine(line));
  while (end > start && isTail(lines[end - 1]!)) end -= 1;
  return { body: lines.slice(start, end), around: [...lines.slice(0, start), ...lines.slice(end)] };
}

function valuesOf(around: readonly string[], name: FieldName): string[] {
  const values = around.flatMap(labelledValues).filter(({ field, value }) => field === name && value !== '');
  return [...values.filter(({ weak }) => !weak), ...values.filter(({ weak }) => weak)].map(({ value }) => value);
}

function fieldOf(around: readonly string[], name: FieldName): Field | null {
  const [value] = valuesOf(around, name);
  return value === undefined ? null : { value, origin: 'page' };
}

function labelledDate(around: readonly string[]): Published | null {
  const [date] = valuesOf(around, 'published').flatMap((value) => datesIn(value));
  return date === undefined ? null : { ...timeOf(date), day: date.day, text: date.text, origin: 'dateline' };
}

function openingDate(line: string): Published | null {
  const [date] = datesIn(line);
  return date === undefined || date.start > OPENING ? null : { day: date.day, text: date.text, origin: 'text' };
}

const timeOf = ({ time }: { time?: string }) => (time === undefined ? {} : { time });

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

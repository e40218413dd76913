/** Reads when the article was published, where it is from and who made it, preferring what the page displays. */

import type { DocumentCard, Field, Origin, Published } from './article';
import type { Body } from './body';
import { isChromeLine } from './chrome';
import { type ShownDate, datesIn } from './dates-as-shown';
import type { Headline } from './headline';
import { type FieldName, bareLabel, labelledValues } from './labels';
import type { Meta } from './meta';
import type { PageContext } from './page-context';

export interface Dateline {
  published: Published | null;
  source: Field | null;
  author: Field | null;
  editor: Field | null;
  /** Indexes of the lines that display these fields outside the body. */
  lines: number[];
}

/** Lines searched: before the headline, inside the body at its two ends, and behind it. */
const LINES_BEFORE_HEADLINE = 12;
const LINES_INTO_BODY = 4;
const LINES_FROM_END = 6;
const LINES_AFTER_BODY = 24;
/** Without a headline on the page, the dateline is looked for this far before the body. */
const LINES_BEFORE_BODY = 12;

/** A date without a label counts when its line holds little else. Characters. */
const LONGEST_BARE_REST = 60;
const LONGEST_REST_IN_BODY = 4;
const LONGEST_SOURCE = 80;
const LONGEST_NAME = 40;

/** Labels too general to be trusted behind the body's first line: events have times, too. */
const GENERAL_LABELS = new Set(['日期', '时间', '時間', '文字', '编辑', '編輯', '供稿']);

type Place = 'before' | 'opening' | 'closing' | 'after';

interface FoundField {
  field: FieldName;
  label: string;
  value: string;
  weak: boolean;
  line: number;
  place: Place;
}

/** Reads the fields around the headline and the body. `card` is the official document's header, if the page has one. */
export function findDateline(page: PageContext, body: Body, headline: Headline, meta: Meta, card: DocumentCard | null): Dateline {
  const fields = fieldsAround(page, body, headline);
  const used = new Set<number>();
  const take = <T>(value: T, line: number): T => {
    used.add(line);
    return value;
  };
  return {
    published: publishedOf(page, body, headline, meta, card, fields, take),
    source: sourceOf(page, meta, card, fields, take),
    author: nameOf(fields, 'author', take),
    editor: nameOf(fields, 'editor', take),
    lines: [...used].filter((line) => line < body.lineStart || line >= body.lineEnd).sort((a, b) => a - b),
  };
}

type Take = <T>(value: T, line: number) => T;

function* linesAround(page: PageContext, body: Body, headline: Headline): Generator<{ line: number; place: Place }> {
  const count = page.outline.lines.length;
  const first = headline.element >= 0 ? headline.lineStart - LINES_BEFORE_HEADLINE : body.lineStart - LINES_BEFORE_BODY;
  for (let line = headline.lineEnd; line < body.lineStart; line++) yield { line, place: 'before' };
  for (let line = Math.max(0, first); line < Math.min(headline.lineStart, body.lineStart); line++) yield { line, place: 'before' };
  const opening = Math.min(body.lineEnd, Math.max(body.lineStart, headline.lineEnd) + LINES_INTO_BODY);
  for (let line = body.lineStart; line < opening; line++) yield { line, place: 'opening' };
  for (let line = Math.max(opening, body.lineEnd - LINES_FROM_END); line < body.lineEnd; line++) yield { line, place: 'closing' };
  for (let line = body.lineEnd; line < Math.min(count, body.lineEnd + LINES_AFTER_BODY); line++) yield { line, place: 'after' };
}

function fieldsAround(page: PageContext, body: Body, headline: Headline): FoundField[] {
  const { lines } = page.outline;
  const found: FoundField[] = [];
  for (const { line, place } of linesAround(page, body, headline)) {
    const { text } = lines[line]!;
    if (text === '' || text.length > 400) continue;
    const next = valueOnly(lines[line + 1]?.text ?? '');
    const alone = bareLabel(text);
    if (alone !== null) {
      if (next !== '') found.push({ ...alone, value: next, line: line + 1, place });
      continue;
    }
    for (const { field, label, value, weak } of labelledValues(text)) {
      if (GENERAL_LABELS.has(label) && place !== 'before') continue;
      if (value !== '') found.push({ field, label, value, weak, line, place });
      else if (place === 'before' && next !== '') found.push({ field, label, value: next, weak, line: line + 1, place });
    }
  }
  return found;
}

/** The line when it can be the value of a label on the line before: no label itself, no tool. */
function valueOnly(text: string): string {
  return bareLabel(text) !== null || labelledValues(text).length > 0 || isChromeLine(text) || /[:：]$/u.test(text) ? '' : text;
}

const asPublished = (date: ShownDate, origin: Origin): Published => ({
  day: date.day,
  ...(date.time !== undefined && { time: date.time }),
  text: date.text,
  origin,
});

const originOf = (place: Place): Origin => (place === 'before' || place === 'opening' ? 'dateline' : 'page');

function publishedOf(
  page: PageContext,
  body: Body,
  headline: Headline,
  meta: Meta,
  card: DocumentCard | null,
  fields: readonly FoundField[],
  take: Take,
): Published | null {
  const labelled = (name: FieldName): Published | null => {
    for (const field of fields) {
      if (field.field !== name) continue;
      const date = datesIn(field.value)[0];
      if (date !== undefined && date.start <= 12) return take(asPublished(date, originOf(field.place)), field.line);
    }
    return null;
  };
  return (
    labelled('published') ??
    bareDate(page, body, headline, 'before', take) ??
    cardDate(card?.published) ??
    labelled('written') ??
    cardDate(card?.written) ??
    bareDate(page, body, headline, 'opening', take) ??
    labelled('updated') ??
    metaDate(meta.published, 'meta') ??
    metaDate(meta.jsonLdDate, 'json-ld') ??
    addressDate(page.url) ??
    openingDate(page, body)
  );
}

/** A date without a label between headline and body, or alone on one of the body's first lines. */
function bareDate(page: PageContext, body: Body, headline: Headline, wanted: Place, take: Take): Published | null {
  if (headline.element < 0) return null;
  const { outline, measured } = page;
  for (const { line, place } of linesAround(page, body, headline)) {
    if (place !== wanted || line < headline.lineEnd) continue;
    const { text, block } = outline.lines[line]!;
    const date = datesIn(text)[0];
    if (date === undefined || measured.zones[block] === 1) continue;
    const rest = text.length - date.text.length;
    if (rest <= (place === 'before' ? LONGEST_BARE_REST : LONGEST_REST_IN_BODY)) return take(asPublished(date, 'dateline'), line);
  }
  return null;
}

function cardDate(text: string | undefined): Published | null {
  const date = text === undefined ? undefined : datesIn(text)[0];
  return date === undefined ? null : asPublished(date, 'table');
}

function metaDate(text: string | null, origin: Origin): Published | null {
  const date = text === null ? undefined : datesIn(text)[0];
  return date === undefined ? null : asPublished(date, origin);
}

/** Days that portals write into addresses: `/t20250107_123.html`, `/2024/10/21/`, `/2024-05/13/`. */
const ADDRESS_DATES = [/[/_]t((?:19|20)\d\d)(\d\d)(\d\d)_/, /\/((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})\//, /\/((?:19|20)\d\d)(\d\d)(\d\d)\//];

function addressDate(url: string): Published | null {
  for (const pattern of ADDRESS_DATES) {
    const match = pattern.exec(url);
    if (match === null) continue;
    const [date] = datesIn(`${match[1]}-${match[2]}-${match[3]}`);
    if (date !== undefined) return asPublished({ ...date, text: match[0].replace(/^[/_]|[/_]$/g, '') }, 'url');
  }
  return null;
}

/** The date that opens the body's text, on pages that show no other. */
function openingDate(page: PageContext, body: Body): Published | null {
  for (const { text } of page.outline.lines.slice(body.lineStart, body.lineEnd)) {
    if (text === '') continue;
    const date = datesIn(text)[0];
    return date !== undefined && date.start <= 2 ? asPublished(date, 'text') : null;
  }
  return null;
}

const HIDDEN_SOURCE_NAMES = /source|laiyuan|_ly$/i;
const SUPPLIED_BY = /\s*(?:供稿|提供|投稿|发布|發布|报送)$/u;

function cleanedSource(value: string): string {
  const cleaned = value.replace(/^[（(《\s]*(?=[^》]*[）)]$)|[）)]$/gu, '').replace(SUPPLIED_BY, '').trim();
  return cleaned.length > LONGEST_SOURCE ? '' : cleaned;
}

/** A displayed value that was cut short (`…`, `等`), from the meta tag that has it whole. */
function completed(value: string, whole: string | null): string {
  const start = value.replace(/(?:\.{2,}|…+|等)$/u, '');
  return start !== value && start.length >= 4 && whole?.startsWith(start) ? whole : value;
}

function sourceOf(page: PageContext, meta: Meta, card: DocumentCard | null, fields: readonly FoundField[], take: Take): Field | null {
  const shown = (weak: boolean): Field | null => {
    for (const field of fields) {
      if (field.field !== 'source' || field.weak !== weak) continue;
      const value = completed(cleanedSource(field.value), meta.source);
      if (value !== '' && /[\p{L}]/u.test(value)) return take({ value, origin: originOf(field.place) }, field.line);
    }
    return null;
  };
  const strong = shown(false);
  if (strong !== null) return strong;
  for (const [id, text] of page.outline.hidden) {
    const value = cleanedSource(text);
    if (HIDDEN_SOURCE_NAMES.test(id) && value !== '') return { value, origin: 'page' };
  }
  const weak = shown(true);
  if (weak !== null) return weak;
  if (card?.issuer !== undefined) return { value: card.issuer, origin: 'table' };
  return meta.source === null ? null : { value: meta.source, origin: 'meta' };
}

function nameOf(fields: readonly FoundField[], name: FieldName, take: Take): Field | null {
  for (const field of fields) {
    if (field.field !== name || field.value.length > LONGEST_NAME) continue;
    const value = field.value.replace(/^(?:记者|記者)\s*/u, '');
    if (/\p{L}/u.test(value)) return take({ value, origin: originOf(field.place) }, field.line);
  }
  return null;
}

/** Reads when the article was published, where it is from and who made it, preferring what the page displays. */

import type { DocumentCard, Field, Origin, Published } from './article';
import type { Body } from './body';
import { isChromeLine, isCreditLine, isFieldLine } from './chrome';
import { datesIn, type ShownDate } from './dates-as-shown';
import type { Headline } from './headline';
import { bareLabel, type FieldName, labelledValues } from './labels';
import type { Meta } from './meta';
import type { Line } from './outline';
import type { PageContext } from './page-context';

export interface Dateline {
  published: Published | null;
  source: Field | null;
  author: Field | null;
  editor: Field | null;
  /** Indexes of the lines that display these fields, inside the body and around it. */
  lines: number[];
}

/** Lines searched: before the headline, inside the body at its two ends, and behind it. */
const LINES_BEFORE_HEADLINE = 12;
const LINES_INTO_BODY = 4;
const LINES_FROM_END = 6;
const LINES_AFTER_BODY = 24;
/** Without a headline on the page, the dateline is looked for this far before the body. */
const LINES_BEFORE_BODY = 12;
const LONGEST_LINE = 400;

/** A date without a label counts when its line holds little else. Characters. */
const LONGEST_BARE_REST = 60;
const LONGEST_REST_IN_BODY = 4;
const LONGEST_REST_AT_END = 16;
/** Chrome beside the headline may hold the dateline; further away its dates are clocks and lists. Lines. */
const NEAR_HEADLINE = 4;
const LONGEST_SOURCE = 80;
const LONGEST_NAME = 40;

/** Labels too general to be trusted outside the dateline: events have times, too. */
const GENERAL_LABELS = new Set(['日期', '时间', '時間', '文字', '记者', '記者']);
/** A release that is dated at its end says the hour or the weekday: 2024年5月14日（星期二） 香港時間16時30分. */
const SIGNED = /[（(]星期.[）)]|香港[時时][間间]/u;
const CLOCK_LINE = /^[\s（(]*香港[時时][間间]\s*(\d{1,2})[時时:：](\d{1,2})分?[\s）)]*$/u;

type Place = 'before' | 'opening' | 'closing' | 'after';

interface FoundField {
  field: FieldName;
  label: string;
  value: string;
  weak: boolean;
  line: number;
  place: Place;
}

/** Everything that the search for one field looks at. */
interface Search {
  page: PageContext;
  body: Body;
  headline: Headline;
  meta: Meta;
  card: DocumentCard | null;
  fields: readonly FoundField[];
  /** Reads the dates of a text as this page writes them. */
  dates: (text: string) => ShownDate[];
  used: Set<number>;
}

/** Reads the fields around the headline and the body. `card` is the official document's header, if the page has one. */
export function findDateline(
  page: PageContext,
  body: Body,
  headline: Headline,
  meta: Meta,
  card: DocumentCard | null,
): Dateline {
  const shortYears = page.host.endsWith('.tw');
  const search: Search = {
    page,
    body,
    headline,
    meta,
    card,
    fields: fieldsAround(page, body, headline),
    dates: (text) => datesIn(text, shortYears),
    used: new Set(),
  };
  return {
    published: publishedOf(search),
    source: sourceOf(search),
    author: nameOf(search, 'author'),
    editor: nameOf(search, 'editor'),
    lines: [...search.used].sort((a, b) => a - b),
  };
}

function* linesAround(page: PageContext, body: Body, headline: Headline): Generator<{ line: number; place: Place }> {
  const count = page.outline.lines.length;
  const first = headline.element >= 0 ? headline.lineStart - LINES_BEFORE_HEADLINE : body.lineStart - LINES_BEFORE_BODY;
  for (let line = headline.lineEnd; line < body.lineStart; line++) yield { line, place: 'before' };
  for (let line = Math.max(0, first); line < Math.min(headline.lineStart, body.lineStart); line++)
    yield { line, place: 'before' };
  const opening = Math.min(body.lineEnd, Math.max(body.lineStart, headline.lineEnd) + LINES_INTO_BODY);
  for (let line = body.lineStart; line < opening; line++) yield { line, place: 'opening' };
  for (let line = Math.max(opening, body.lineEnd - LINES_FROM_END); line < body.lineEnd; line++)
    yield { line, place: 'closing' };
  for (let line = body.lineEnd; line < Math.min(count, body.lineEnd + LINES_AFTER_BODY); line++)
    yield { line, place: 'after' };
}

/** The line with a space wherever one element ends and another begins: fields often have nothing else between them. */
function spacedText(line: Line): string {
  let text = '';
  let parent: Node | null = null;
  let end = 0;
  for (const { node, nodeStart, nodeEnd, lineStart } of line.pieces) {
    if (text !== '' && (lineStart > end || node.parentNode !== parent)) text += ' ';
    text += node.data.slice(nodeStart, nodeEnd);
    parent = node.parentNode;
    end = lineStart + nodeEnd - nodeStart;
  }
  return text;
}

/** The text when it can be the value of a label on the line before: no label itself, no tool. */
function valueOnly(text: string): string {
  return bareLabel(text) !== null || labelledValues(text).length > 0 || isChromeLine(text) || /[:：]$/u.test(text)
    ? ''
    : text;
}

function fieldsAround(page: PageContext, body: Body, headline: Headline): FoundField[] {
  const { lines } = page.outline;
  const found: FoundField[] = [];
  for (const { line, place } of linesAround(page, body, headline)) {
    const { text, block } = lines[line]!;
    if (text === '' || text.length > LONGEST_LINE || (place === 'after' && page.measured.zones[block] === 1)) continue;
    const next = valueOnly(lines[line + 1]?.text ?? '');
    const alone = bareLabel(text);
    if (alone !== null) {
      if (next !== '') found.push({ ...alone, value: next, line: line + 1, place });
      continue;
    }
    for (const { field, label, value, weak } of labelledValues(spacedText(lines[line]!))) {
      if (place !== 'before' && (GENERAL_LABELS.has(label) || !(isFieldLine(text) || isCreditLine(text)))) continue;
      if (value !== '') found.push({ field, label, value, weak, line, place });
      else if (place === 'before' && next !== '')
        found.push({ field, label, value: next, weak, line: line + 1, place });
    }
  }
  return found;
}

const asPublished = (date: ShownDate, origin: Origin): Published => ({
  day: date.day,
  ...(date.time !== undefined && { time: date.time }),
  text: date.text,
  origin,
});

const originOf = (place: Place): Origin => (place === 'before' || place === 'opening' ? 'dateline' : 'page');

function publishedOf(search: Search): Published | null {
  const { card, meta, page } = search;
  return (
    labelledDate(search, 'published') ??
    bareDate(search, 'before', LONGEST_BARE_REST) ??
    dateOf(search, card?.published, 'table') ??
    labelledDate(search, 'written') ??
    dateOf(search, card?.written, 'table') ??
    bareDate(search, 'opening', LONGEST_REST_IN_BODY) ??
    signedDate(search) ??
    labelledDate(search, 'updated') ??
    dateOf(search, meta.published, 'meta') ??
    dateOf(search, meta.jsonLdDate, 'json-ld') ??
    addressDate(page.url) ??
    openingDate(search)
  );
}

function labelledDate({ fields, dates, used }: Search, name: FieldName): Published | null {
  for (const { field, value, line, place } of fields) {
    if (field !== name || (name === 'updated' && place === 'after')) continue;
    const date = dates(value)[0];
    if (date === undefined || date.start > 12) continue;
    used.add(line);
    return asPublished(date, originOf(place));
  }
  return null;
}

/** A date without a label between headline and body, or alone on one of the body's first lines. */
function bareDate({ page, body, headline, dates, used }: Search, wanted: Place, longestRest: number): Published | null {
  if (headline.element < 0) return null;
  const { outline, measured } = page;
  for (const { line, place } of linesAround(page, body, headline)) {
    if (place !== wanted || line < headline.lineEnd) continue;
    if (measured.zones[outline.lines[line]!.block] === 1 && line >= headline.lineEnd + NEAR_HEADLINE) continue;
    if (outline.lines[line]!.text.length > LONGEST_LINE) continue;
    const text = spacedText(outline.lines[line]!);
    const date = dates(text)[0];
    if (
      date === undefined ||
      outline.lines[line]!.linked > text.length / 2 ||
      text.length - date.text.length > longestRest
    )
      continue;
    used.add(line);
    return asPublished(date, 'dateline');
  }
  return null;
}

/** A date that closes a press release, its hour on the same line or the next. */
function signedDate({ page, body, headline, dates, used }: Search): Published | null {
  const { lines } = page.outline;
  for (const { line, place } of linesAround(page, body, headline)) {
    if (place === 'before') continue;
    const { text } = lines[line]!;
    if (text.length > LONGEST_LINE) continue;
    const next = CLOCK_LINE.exec(lines[line + 1]?.text ?? '');
    const date = dates(text)[0];
    if (date === undefined || date.start > 2 || text.length - date.text.length > LONGEST_REST_AT_END) continue;
    if (!SIGNED.test(text) && next === null) continue;
    used.add(line);
    if (next === null) return asPublished(date, 'page');
    used.add(line + 1);
    return { ...asPublished(date, 'page'), time: `${next[1]!.padStart(2, '0')}:${next[2]!.padStart(2, '0')}` };
  }
  return null;
}

function dateOf({ dates }: Search, text: string | null | undefined, origin: Origin): Published | null {
  const date = text == null ? undefined : dates(text)[0];
  return date === undefined ? null : asPublished(date, origin);
}

/** Days that portals write into addresses: `/t20250107_123.html`, `/2024/10/21/`, `/2024-05/13/`. */
const ADDRESS_DATES = [
  /[/_]t((?:19|20)\d\d)(\d\d)(\d\d)_/,
  /\/((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})\//,
  /\/((?:19|20)\d\d)(\d\d)\/(?=(\d\d)\/)/,
  /\/((?:19|20)\d\d)(\d\d)(\d\d)\//,
];

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
function openingDate({ page, body, dates }: Search): Published | null {
  for (const { text } of page.outline.lines.slice(body.lineStart, body.lineEnd)) {
    if (text === '') continue;
    const date = dates(text.slice(0, LONGEST_LINE))[0];
    return date !== undefined && date.start <= 2 ? asPublished(date, 'text') : null;
  }
  return null;
}

const HIDDEN_SOURCE_NAMES = /source|laiyuan|_ly$/i;
const SUPPLIED_BY = /\s*(?:供稿|提供|投稿|报送)$/u;
const WRAPPED = /^[（(【[]\s*([^（(【[]*?)\s*[）)】\]]?$/u;
/** Names under which templates keep the source without a label, and endings of the bodies that publish. */
const SOURCE_NAMES = /[\s_-](?:source|laiyuan|ly|dept|department|author-?dept|unit|from|origin)[\s_-]/;
const PUBLISHING_BODY =
  /(?:[网網]|[报報]|[报報]社|客户端|[电電][视視]台|融媒体中心|政府|[委局厅廳署處处司办辦府院會会科課课室組组]|中心|[发發][布佈]|新[华華]社|通[讯訊]社)$/u;

function cleanedSource(value: string, dates: Search['dates']): string {
  const date = dates(value)[0];
  const text = (date !== undefined && date.start > 0 ? value.slice(0, date.start) : value).trim();
  const inner = (WRAPPED.exec(text)?.[1] ?? text).replace(SUPPLIED_BY, '').trim();
  return inner.length > LONGEST_SOURCE || !/\p{L}/u.test(inner) ? '' : inner;
}

/** A displayed value that was cut short (`…`, `等`), from the meta tag that has it whole. */
function completed(value: string, whole: string | null): string {
  const start = value.replace(/(?:\.{2,}|…+|等)$/u, '');
  return start !== value && start.length >= 4 && whole?.startsWith(start) ? whole : value;
}

function sourceOf(search: Search): Field | null {
  const { card, meta } = search;
  return (
    labelledSource(search, false) ??
    hiddenSource(search) ??
    labelledSource(search, true) ??
    unlabelledSource(search) ??
    (card?.issuer === undefined ? null : { value: card.issuer, origin: 'table' }) ??
    (meta.source === null ? null : { value: meta.source, origin: 'meta' })
  );
}

function labelledSource({ fields, dates, meta, used }: Search, weak: boolean): Field | null {
  for (const field of fields) {
    if (field.field !== 'source' || field.weak !== weak) continue;
    const value = completed(cleanedSource(field.value, dates), meta.source);
    if (value === '') continue;
    used.add(field.line);
    return { value, origin: originOf(field.place) };
  }
  return null;
}

/** A source that a script of the page shows from a hidden element. */
function hiddenSource({ page, dates }: Search): Field | null {
  for (const [id, text] of page.outline.hidden) {
    const value = HIDDEN_SOURCE_NAMES.test(id) ? cleanedSource(text, dates) : '';
    if (value !== '') return { value, origin: 'page' };
  }
  return null;
}

/** A body's name right before the date, or in an element whose name says that it is the source. */
function unlabelledSource({ page, body, headline, dates, used }: Search): Field | null {
  const { lines, elements } = page.outline;
  for (let line = headline.lineEnd; line < body.lineStart && headline.element >= 0; line++) {
    const found = lines[line]!;
    if (found.text.length > LONGEST_LINE) continue;
    const text = spacedText(found);
    const date = dates(text)[0] ?? dates(lines[line + 1]?.text ?? '')[0];
    if (date === undefined || text.length > LONGEST_BARE_REST || labelledValues(text).length > 0) continue;
    const value = cleanedSource(text, dates).replace(/[\s|｜]+$/u, '');
    if (value === '' || value.length > 24 || /\s/.test(value)) continue;
    if (!SOURCE_NAMES.test(elements[found.inner]!.names) && !(PUBLISHING_BODY.test(value) && value.length >= 3))
      continue;
    used.add(line);
    return { value, origin: 'dateline' };
  }
  return null;
}

function nameOf({ fields, used }: Search, name: FieldName): Field | null {
  for (const field of fields) {
    if (field.field !== name || field.value.length > LONGEST_NAME) continue;
    const value = field.value.replace(/^(?:记者|記者)\s*/u, '');
    if (!/\p{L}/u.test(value)) continue;
    used.add(field.line);
    return { value, origin: originOf(field.place) };
  }
  return null;
}

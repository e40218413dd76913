/**
 * Chooses the element that holds the article's text. Every line has a value (prose for, links and chrome against);
 * an element is worth the sum of its lines, and the search goes down from `body` for as long as one child keeps the worth.
 * Containers that a known CMS marks are preferred when they hold their share.
 */

import { chromeZones, isChromeLine, isContactLine, isFieldLine, isRelatedHeading } from './chrome';
import { essence } from './essence';
import { isCardLabel } from './official-document';
import type { Line, Outline } from './outline';
import { contains, elementsKnownAs } from './outline';
import { BODY_COMMENTS } from './portals';

/** A line is prose from this length on, or when it is punctuated as a sentence. */
const LONG_LINE = 40;
const SENTENCE = /[。！？；]|[，,、：].*[，,、。：]/u;
const SHORTEST_SENTENCE = 10;
const HAN = /\p{Script=Han}/u;

/** A line with a larger share of linked characters is a link. */
const MOST_LINKED = 0.5;

/** Worth of a character, by what its line is. */
const PROSE_WORTH = 1;
const CELL_WORTH = 0.7;
const SHORT_LINE_WORTH = 0.3;
const CHROME_WORTH = -1;
/** What a line of chrome costs beside its characters: menus are many short lines. */
const CHROME_LINE_COST = 8;

/** The search goes into a child that keeps this share of its parent's worth. */
const KEPT_SHARE = 0.8;
/** A marked container is taken when it holds this share of the worth that the search found, or prose of its own beside it. */
const MARKED_SHARE = 0.4;
const ENOUGH_MARKED_PROSE = 80;
/** Worth below this is stray text: a marked container without any text is trusted against it. */
const STRAY_WORTH = 60;

/** A line of this length that stands on the page a second time is a copy (one for phones, one for desktops). */
const SHORTEST_COPY = 16;

export interface Body {
  /** Index of the container in the outline's elements. */
  container: number;
  /** Lines `[lineStart, lineEnd)`; narrower than the container where comments mark the text. */
  lineStart: number;
  lineEnd: number;
  /** Whether a CMS mark named the container. */
  marked: boolean;
  worth: number;
}

export interface Measured {
  /** Worth of the lines before line i, summed; one longer than the lines. */
  worth: Float64Array;
  /** Characters of prose outside links before line i, summed. */
  prose: Float64Array;
  /** Characters of lines that are no chrome by themselves before line i, copies and zones included, summed. */
  text: Float64Array;
  zones: Uint8Array;
}

/** A table's cell with more lines than this is part of a layout. */
const MOST_LINES_IN_CELL = 3;

function isInDataCell(outline: Outline, line: Line): boolean {
  const cell = outline.elements[outline.elements[line.block]!.cell];
  return cell !== undefined && cell.lineEnd - cell.lineStart <= MOST_LINES_IN_CELL;
}

const isLink = (line: Line): boolean => line.linked > line.text.length * MOST_LINKED;

function isProse(line: Line): boolean {
  const { text } = line;
  return HAN.test(text) && (text.length >= LONG_LINE || (text.length >= SHORTEST_SENTENCE && SENTENCE.test(text)));
}

/** Values every line of the outline. */
export function measure(outline: Outline): Measured {
  const { lines } = outline;
  const worth = new Float64Array(lines.length + 1);
  const prose = new Float64Array(lines.length + 1);
  const content = new Float64Array(lines.length + 1);
  const kinds = new Uint8Array(lines.length);
  const said = new Set<string>();
  let isCardValue = false;
  lines.forEach((line, index) => {
    const { text } = line;
    const copy = text.length >= SHORTEST_COPY && said.has(text);
    if (!copy && text.length >= SHORTEST_COPY) said.add(text);
    kinds[index] = copy || isCardValue ? COPY : kindOf(outline, line);
    isCardValue = isCardLabel(text);
    if (isCardValue) kinds[index] = COPY;
    prose[index + 1] = prose[index]! + (kinds[index] === PROSE ? text.length : 0);
  });
  const zones = chromeZones(outline, prose);
  lines.forEach((line, index) => {
    const kind = zones[line.block] === 1 && kinds[index] !== COPY ? CHROME : kinds[index]!;
    worth[index + 1] = worth[index]! + WORTH_OF[kind]!(line.text.length);
    content[index + 1] = content[index]! + (kinds[index] === CHROME ? 0 : line.text.length);
  });
  return { worth, prose, text: content, zones };
}

/** `COPY` also stands for the header of an official document: neither for nor against. */
const [PROSE, CELL, SHORT, CHROME, COPY, PICTURE] = [0, 1, 2, 3, 4, 5];
const WORTH_OF: readonly ((length: number) => number)[] = [
  (length) => length * PROSE_WORTH,
  (length) => length * CELL_WORTH,
  (length) => length * SHORT_LINE_WORTH,
  (length) => length * CHROME_WORTH - CHROME_LINE_COST,
  () => 0,
  () => 0,
];

function kindOf(outline: Outline, line: Line): number {
  if (line.image !== null) return PICTURE!;
  if (isLink(line) || isChromeLine(line.text) || isRelatedHeading(line.text)) return CHROME!;
  if (isContactLine(line.text)) return SHORT!;
  if (isProse(line)) return PROSE!;
  return isInDataCell(outline, line) ? CELL! : SHORT!;
}

/** The worth of element `index`. */
function worthOf(outline: Outline, measured: Measured, index: number): number {
  const entry = outline.elements[index]!;
  return measured.worth[entry.lineEnd]! - measured.worth[entry.lineStart]!;
}

/**
 * The container of the article's text, or null on a page whose text is worth nothing. `titles` are what `<title>` and the
 * meta tags call the article: where the page displays one of them, the text behind it is preferred to text elsewhere.
 */
export function chooseBody(outline: Outline, measured: Measured, titles: readonly string[]): Body | null {
  if (outline.elements.length === 0) return null;
  const found = descend(outline, measured);
  const marked = markedContainer(outline, measured) ?? commentedContainer(outline, measured);
  if (marked !== null && (found === null || outweighs(outline, measured, marked, found))) return marked;
  if (found === null) return null;
  const shown = shownTitles(outline, titles);
  const behind = behindTitle(outline, measured, shown);
  const within = shown.filter((line) => line > found.lineStart && line < found.lineEnd);
  const between = within.length < 2 ? 0 : measured.worth[within.at(-1)!]! - measured.worth[within[0]!]!;
  const isTwice = between >= LEAST_SHARE_OF_COPIES * found.worth;
  const apart = behind !== null && (behind.lineEnd <= found.lineStart || behind.lineStart >= found.lineEnd);
  return apart || (behind !== null && isTwice && behind.worth >= LEAST_SHARE_OF_COPIES * found.worth)
    ? behind
    : widened(outline, measured, found);
}

/** Text behind a displayed title is worth reading from this worth on, and ends where links cost this much. */
const LEAST_WORTH_BEHIND = 40;
/** Where the title is displayed twice with this share of the worth between, the text holds two copies of an article. */
const LEAST_SHARE_OF_COPIES = 0.4;
const COST_OF_END = 120;
const SHORTEST_TITLE = 8;
const LONGEST_PAGE_TITLE = 400;
const LONGEST_TITLE = 120;
/** Displays of the title that are tried: breadcrumb, card, headline, and those of a second copy. */
const MOST_TITLES = 8;

/** The lines that display a title of the page, whole or in part, outside links. */
function shownTitles(outline: Outline, titles: readonly string[]): number[] {
  const wanted = titles
    .map((title) => essence(title.slice(0, LONGEST_PAGE_TITLE)))
    .filter((title) => title.length >= SHORTEST_TITLE);
  const shown: number[] = [];
  for (let index = 0; index < outline.lines.length && shown.length < MOST_TITLES; index++) {
    const { text, linked } = outline.lines[index]!;
    if (text.length < SHORTEST_TITLE || text.length > LONGEST_TITLE || linked > 0) continue;
    const core = essence(text);
    if (core.length >= SHORTEST_TITLE && wanted.some((title) => title.includes(core))) shown.push(index);
  }
  return shown;
}

/** The text that follows a displayed title most richly. */
function behindTitle(outline: Outline, measured: Measured, shown: readonly number[]): Body | null {
  let best: Body | null = null;
  for (const line of shown) {
    const body = textBehind(outline, measured, line + 1);
    if (body.worth >= LEAST_WORTH_BEHIND && (best === null || body.worth > best.worth)) best = body;
  }
  return best;
}

/** The run of lines from `start` that gathers the most worth before links end it. */
function textBehind(outline: Outline, measured: Measured, start: number): Body {
  const { worth } = measured;
  const count = outline.lines.length;
  let lineStart = start;
  while (lineStart < count && worth[lineStart + 1]! <= worth[lineStart]!) lineStart++;
  let lineEnd = lineStart;
  for (let end = lineStart + 1; end <= count && worth[end]! >= worth[lineEnd]! - COST_OF_END; end++) {
    if (worth[end]! > worth[lineEnd]!) lineEnd = end;
  }
  const container = commonContainer(outline, lineStart, lineEnd);
  return { container, lineStart, lineEnd, marked: false, worth: worth[lineEnd]! - worth[lineStart]! };
}

/** The innermost element around all lines of `[start, end)`. */
function commonContainer(outline: Outline, start: number, end: number): number {
  const { elements, lines } = outline;
  if (start >= end) return 0;
  let container = lines[start]!.block;
  while (container > 0 && !contains(outline, container, lines[end - 1]!.block)) container = elements[container]!.parent;
  return container;
}

function outweighs(outline: Outline, measured: Measured, marked: Body, found: Body): boolean {
  if (found.worth < STRAY_WORTH || marked.worth >= MARKED_SHARE * found.worth) return true;
  const apart = !contains(outline, found.container, marked.container);
  return apart && measured.prose[marked.lineEnd]! - measured.prose[marked.lineStart]! >= ENOUGH_MARKED_PROSE;
}

/** Takes in siblings right before and behind the container that hold prose and nothing that speaks against it. */
function widened(outline: Outline, measured: Measured, body: Body): Body {
  const { elements } = outline;
  const parent = elements[body.container]!.parent;
  if (parent < 0) return body;
  const siblings: number[] = [];
  for (let child = parent + 1; child <= elements[parent]!.last; child = elements[child]!.last + 1) siblings.push(child);
  const own = siblings.indexOf(body.container);
  let first = own;
  let last = own;
  while (first > 0 && isMoreBody(outline, measured, siblings[first - 1]!)) first--;
  while (last + 1 < siblings.length && isMoreBody(outline, measured, siblings[last + 1]!)) last++;
  if (first === own && last === own) return body;
  const lineStart = elements[siblings[first]!]!.lineStart;
  const lineEnd = elements[siblings[last]!]!.lineEnd;
  return {
    ...body,
    container: parent,
    lineStart,
    lineEnd,
    worth: measured.worth[lineEnd]! - measured.worth[lineStart]!,
  };
}

const HEADLINE_LIKE = /(?:title|tit\b|biaoti|headline|bt\b)/;

function isMoreBody(outline: Outline, measured: Measured, index: number): boolean {
  const { elements, lines } = outline;
  const { tag, names, lineStart, lineEnd } = elements[index]!;
  if (/^h[1-6]$/.test(tag) || HEADLINE_LIKE.test(names) || measured.zones[index] === 1) return false;
  if (measured.prose[lineEnd]! === measured.prose[lineStart]!) return false;
  return lines
    .slice(lineStart, lineEnd)
    .every((line) => !isLink(line) && !isChromeLine(line.text) && !isFieldLine(line.text));
}

/** The body in an element that is known to hold it; null when the element shows no text. */
export function bodyAt(outline: Outline, measured: Measured, root: Element): Body | null {
  const index = outline.elements.findIndex(({ element }) => element === root);
  if (index < 0) return null;
  const body = asBody(outline, measured, index, true);
  return outline.lines.slice(body.lineStart, body.lineEnd).some(({ text }) => text !== '') ? body : null;
}

function asBody(outline: Outline, measured: Measured, container: number, marked: boolean): Body {
  const { lineStart, lineEnd } = outline.elements[container]!;
  return { container, lineStart, lineEnd, marked, worth: worthOf(outline, measured, container) };
}

/** The element of highest worth, then down through single children that keep it. */
function descend(outline: Outline, measured: Measured): Body | null {
  const { elements } = outline;
  let best = -1;
  let bestWorth = 0;
  for (let index = 0; index < elements.length; index++) {
    const worth = worthOf(outline, measured, index);
    if (worth > bestWorth) {
      best = index;
      bestWorth = worth;
    }
  }
  if (best < 0) return null;
  for (;;) {
    const child = bestChild(outline, measured, best);
    if (child < 0 || worthOf(outline, measured, child) < KEPT_SHARE * worthOf(outline, measured, best)) break;
    best = child;
  }
  return asBody(outline, measured, best, false);
}

const PHRASING = new Set(
  'a abbr b bdi bdo big cite code dfn em font i kbd label mark p q s samp small span strike strong sub sup time u var'.split(
    ' ',
  ),
);

/** The child element of highest worth that can hold blocks. */
function bestChild(outline: Outline, measured: Measured, index: number): number {
  const { elements } = outline;
  let best = -1;
  for (let child = index + 1; child <= elements[index]!.last; child = elements[child]!.last + 1) {
    if (PHRASING.has(elements[child]!.tag) && elements[child]!.lineEnd - elements[child]!.lineStart <= 1) continue;
    if (best < 0 || worthOf(outline, measured, child) > worthOf(outline, measured, best)) best = child;
  }
  return best;
}

/** The marked container with the most text. Of two copies of an article that is the longer one. */
function markedContainer(outline: Outline, measured: Measured): Body | null {
  const textOf = ({ lineStart, lineEnd }: Body): number => measured.text[lineEnd]! - measured.text[lineStart]!;
  let best: Body | null = null;
  for (const index of elementsKnownAs(outline, 'body')) {
    const body = asBody(outline, measured, index, true);
    if (best === null || textOf(body) > textOf(best)) best = body;
  }
  return best === null ? null : { ...best, worth: Math.max(best.worth, textOf(best)) };
}

/** The lines between a CMS's begin and end comments. */
function commentedContainer(outline: Outline, measured: Measured): Body | null {
  for (const { begin, end } of BODY_COMMENTS) {
    const from = outline.comments.find((comment) => comment.text.toLowerCase() === begin);
    const to = outline.comments.find(
      (comment) => comment.text.toLowerCase() === end && comment.line >= (from?.line ?? 0),
    );
    if (from === undefined || to === undefined || to.line <= from.line) continue;
    const worth = measured.worth[to.line]! - measured.worth[from.line]!;
    return { container: from.parent, lineStart: from.line, lineEnd: to.line, marked: true, worth };
  }
  return null;
}

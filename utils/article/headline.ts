/** Finds the headline as the page displays it; failing that, cuts it from `<title>` or from the body's first sentence. */

import type { Origin } from './article';
import type { Body } from './body';
import { datesIn } from './dates-as-shown';
import { essence } from './essence';
import { labelledValues } from './labels';
import type { Meta } from './meta';
import { openingClause } from './opening-clause';
import type { OutlineElement } from './outline';
import type { PageContext } from './page-context';
import { articleTitleOf, looksLikeSiteName } from './page-title';

export interface Headline {
  text: string;
  origin: Origin;
  /** Index of the element that displays it, or -1. */
  element: number;
  lineStart: number;
  lineEnd: number;
  kicker?: string;
  subtitle?: string;
}

const SHORTEST = 4;
const LONGEST = 160;
const MOST_LINES = 4;
const LONGEST_PAGE_TITLE = 400;
/** A headline inside the body's container stands in its first lines. */
const LINES_INTO_BODY = 6;

/** Evidence for and against a candidate, in points; the sum decides and must reach `ENOUGH`. */
const POINTS = {
  equalsMeta: 7,
  ruled: 5,
  insidePageTitle: 4,
  opensPageTitle: 1,
  named: 2,
  emphasised: 1,
  beforeDateline: 2,
  beforeBody: 1.5,
  zone: -5,
  linked: -4,
  sentence: -4,
  labelled: -6,
  siteName: -6,
  short: -3,
  perLineAway: -0.15,
  mostAway: -4,
};
const HEADING_POINTS = new Map([
  ['h1', 3],
  ['h2', 2.5],
  ['h3', 2],
  ['h4', 1],
  ['h5', 0.5],
]);
const ENOUGH = 2.5;

const TITLE_NAMES = /(?:title|tit\b|tit[_\d-]|biaoti|headline|subject|\bbt\d?\b|_bt\b|bt_|wzbt|artititle)/;
const NOT_TITLE_NAMES =
  /(?:sub-?_?title|subtit|futi|fbt|futitle|yinti|jianti|site-?title|logo|column-?title|lm_?tit|channel)/;
const SUBTITLE_NAMES = /(?:sub-?_?title|subtit|futi|fbt\b|fubiao|futitle|vice-?title|second-?title)/;
const KICKER_NAMES = /(?:yinti|yinbiao|jianti|kicker|shoulder|pre-?_?title|uptitle|up-title|ytitle)/;
const EMPHASIS_TAGS = new Set(['b', 'strong', 'center', 'big', 'font']);

interface Candidate {
  index: number;
  text: string;
  points: number;
}

/** The headline of the article whose text is `body`. Always answers; the text is empty only when the page has none. */
export function findHeadline(page: PageContext, body: Body, meta: Meta, cardTitle: string | undefined): Headline {
  const { outline } = page;
  const shownTitle = articleTitleOf(page.document.title, siteNamesOf(page, meta));
  const best = bestCandidate(page, body, meta, cardTitle);
  if (best !== null) {
    const { lineStart, lineEnd } = outline.elements[best.index]!;
    const text = withNumber(best.text, meta.title);
    const headline: Headline = { text, origin: 'page', element: best.index, lineStart, lineEnd };
    return { ...headline, ...neighbours(page, headline) };
  }
  const absent = { element: -1, lineStart: body.lineStart, lineEnd: body.lineStart };
  if (meta.title !== null && !looksLikeSiteName(meta.title)) return { text: meta.title, origin: 'meta', ...absent };
  if (shownTitle !== null) return { text: shownTitle, origin: 'html-title', ...absent };
  const texts = page.outline.lines.slice(body.lineStart, body.lineEnd).map((line) => line.text);
  return { text: openingClause(texts), origin: 'text', ...absent };
}

/** A document's number that only the meta title carries behind the displayed headline. */
const NUMBER_TAIL = /^[\s（(]*\p{Script=Han}+[〔[（(]\d{4}[〕\]）)]\d+号[）)\s]*$/u;

function withNumber(text: string, metaTitle: string | null): string {
  return metaTitle?.startsWith(text) && NUMBER_TAIL.test(metaTitle.slice(text.length)) ? metaTitle : text;
}

function siteNamesOf(page: PageContext, meta: Meta): string[] {
  const logo = page.document.querySelector('[class*="logo" i] img[alt], h1 img[alt]')?.getAttribute('alt')?.trim();
  return [meta.siteName, meta.column, logo].filter((name): name is string => name != null && name.length >= 2);
}

function bestCandidate(page: PageContext, body: Body, meta: Meta, cardTitle: string | undefined): Candidate | null {
  const { elements } = page.outline;
  const references = [meta.title, cardTitle].filter((title) => title != null).map((title) => essence(title!));
  const pageTitle = essence(page.document.title.slice(0, LONGEST_PAGE_TITLE));
  let best: Candidate | null = null;
  const seen = new Set<string>();
  for (let index = 0; index < elements.length; index++) {
    const entry = elements[index]!;
    if (entry.lineStart >= body.lineStart + LINES_INTO_BODY) break;
    const count = entry.lineEnd - entry.lineStart;
    if (count < 1 || count > MOST_LINES || index === body.container) continue;
    const looks = `${entry.lineStart} ${entry.lineEnd} ${entry.tag}${entry.names}`;
    if (seen.has(looks)) continue;
    seen.add(looks);
    const text = headlineText(page, entry);
    if (text.length < SHORTEST || text.length > LONGEST) continue;
    const points = pointsOf(page, body, index, text, references, pageTitle);
    if (points >= ENOUGH && (best === null || points > best.points)) best = { index, text, points };
  }
  return best;
}

function pointsOf(
  page: PageContext,
  body: Body,
  index: number,
  text: string,
  references: readonly string[],
  pageTitle: string,
): number {
  const { outline, measured } = page;
  const entry = outline.elements[index]!;
  const core = essence(text);
  if (core.length < SHORTEST) return 0;
  const matchesMeta = references.some((reference) => reference === core);
  const matchesTitle = core.length >= 6 && pageTitle.includes(core);
  let points = HEADING_POINTS.get(entry.tag) ?? 0;
  if (matchesMeta) points += POINTS.equalsMeta;
  if (entry.part === 'headline') points += POINTS.ruled;
  if (matchesTitle) points += POINTS.insidePageTitle + (pageTitle.startsWith(core) ? POINTS.opensPageTitle : 0);
  if (TITLE_NAMES.test(entry.names) && !NOT_TITLE_NAMES.test(entry.names)) points += POINTS.named;
  if (EMPHASIS_TAGS.has(entry.tag)) points += POINTS.emphasised;
  if (leadsToDateline(page, entry)) points += POINTS.beforeDateline;
  if (entry.lineEnd === body.lineStart) points += POINTS.beforeBody;
  if (measured.zones[index] === 1) points += POINTS.zone;
  if (isLinked(page, entry)) points += POINTS.linked;
  if (/[。；]/.test(text) && !matchesMeta) points += POINTS.sentence;
  if (labelledValues(text).length > 0 && !matchesMeta) points += POINTS.labelled;
  if (!matchesMeta && looksLikeSiteName(text)) points += POINTS.siteName;
  if (core.length < 8 && !matchesMeta) points += POINTS.short;
  points += Math.max(POINTS.mostAway, Math.max(0, body.lineStart - entry.lineEnd) * POINTS.perLineAway);
  return points;
}

function isLinked(page: PageContext, entry: OutlineElement): boolean {
  let linked = 0;
  let length = 0;
  for (const line of page.outline.lines.slice(entry.lineStart, entry.lineEnd)) {
    linked += line.linked;
    length += line.text.length;
  }
  return linked > length / 2;
}

/** Rows of asterisks or dashes that old pages draw under a headline. */
const DRAWN_RULE = /^[\s*＊=＝_—-]+$/u;

/** The lines of an element as one headline; a bracket that starts a line belongs to the words before it. */
function headlineText(page: PageContext, entry: OutlineElement): string {
  let text = '';
  for (const line of page.outline.lines.slice(entry.lineStart, entry.lineEnd)) {
    if (line.text === '' || DRAWN_RULE.test(line.text)) continue;
    text += text === '' || /^[（(]/u.test(line.text) ? line.text : ` ${line.text}`;
  }
  return text.replace(/[\s*＊]+$/u, '');
}

/** Whether one of the next two lines is a dateline. */
function leadsToDateline(page: PageContext, entry: OutlineElement): boolean {
  return page.outline.lines.slice(entry.lineEnd, entry.lineEnd + 2).some(({ text }) => {
    if (text.length > 120) return false;
    return labelledValues(text).some(({ field }) => field === 'published' || field === 'source') || opensWithDate(text);
  });
}

function opensWithDate(text: string): boolean {
  const date = datesIn(text)[0];
  return date !== undefined && date.start <= 6 && text.length <= date.text.length + 40;
}

/** The kicker before and the subtitle behind the headline, known by their names or by a leading dash. */
function neighbours(page: PageContext, headline: Headline): { kicker?: string; subtitle?: string } {
  const { elements, lines } = page.outline;
  const named = (line: number, names: RegExp): string | undefined => {
    const found = lines[line];
    if (found === undefined || found.text === '' || found.text.length > LONGEST) return undefined;
    const own = `${elements[found.block]!.names} ${elements[found.inner]!.names}`;
    return names.test(own) ? found.text : undefined;
  };
  const after = lines[headline.lineEnd];
  const subtitle =
    named(headline.lineEnd, SUBTITLE_NAMES) ??
    (after && /^[—–]{1,2}[^—–]{4,80}$/u.test(after.text) ? after.text : undefined);
  const kicker = named(headline.lineStart - 1, KICKER_NAMES);
  return { ...(kicker !== undefined && { kicker }), ...(subtitle !== undefined && { subtitle }) };
}

/** Chooses, among the lines of the body's container, those that are the article's text. */

import type { Body } from './body';
import { isChromeLine, isCreditLine, isFieldLine, isRelatedHeading } from './chrome';
import type { Headline } from './headline';
import { type PageContext, essence } from './page-context';

/** The headline, the dateline and the toolbar stand in the first lines of a container, credits in the last ones. */
const OPENING_LINES = 8;
const CLOSING_LINES = 6;
/** From this length on a line is text even in an element whose name is a toolbar's. */
const LONGEST_ZONE_LINE = 30;
/** This many lines in a row that are only links lead away from the article. */
const FEWEST_LINKS = 3;

const FILE_LINK = /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|txt|csv|od[tsp]|rtf)(?:[?#]|$)/i;

/** Indexes of the kept lines, ascending. `cardLines` are lines that display the official document's header. */
export function bodyLines(page: PageContext, body: Body, headline: Headline, cardLines: readonly number[]): number[] {
  const { outline, measured } = page;
  const card = new Set(cardLines);
  const title = essence(headline.text);
  const titleLines = titlePieces(page, body, headline, title);
  const kept: number[] = [];
  let related = false;
  for (let index = body.lineStart; index < body.lineEnd; index++) {
    const line = outline.lines[index]!;
    if (line.image !== null) {
      if (!related && measured.zones[line.block] === 0) kept.push(index);
      continue;
    }
    const { text } = line;
    const linked = line.linked > text.length / 2;
    if (isRelatedHeading(text)) {
      related = true;
      continue;
    }
    if (related && (linked || text.length < LONGEST_ZONE_LINE)) continue;
    related = false;
    if (card.has(index) || titleLines.has(index) || isChromeLine(text)) continue;
    if (measured.zones[line.block] === 1 && measured.zones[body.container] === 0 && text.length < LONGEST_ZONE_LINE) continue;
    const atEdge = index < body.lineStart + OPENING_LINES || index >= body.lineEnd - CLOSING_LINES;
    if (atEdge && (isFieldLine(text) || isCreditLine(text))) continue;
    kept.push(index);
  }
  return withoutLinkTail(page, kept);
}

/** Lines of the container's opening that repeat the headline, whole or in two or three pieces. */
function titlePieces(page: PageContext, body: Body, headline: Headline, title: string): Set<number> {
  const found = new Set<number>();
  for (let index = headline.lineStart; index < headline.lineEnd; index++) found.add(index);
  const end = Math.min(body.lineEnd, body.lineStart + OPENING_LINES);
  for (let index = body.lineStart; index < end; index++) {
    let joined = '';
    for (let last = index; last < Math.min(end, index + 3); last++) {
      joined += essence(page.outline.lines[last]!.text);
      if (joined === '' || joined !== title) continue;
      for (let line = index; line <= last; line++) found.add(line);
    }
  }
  return found;
}

/** Drops a run of links to other pages at the end. */
function withoutLinkTail(page: PageContext, kept: readonly number[]): number[] {
  const { lines } = page.outline;
  let end = kept.length;
  while (end > 0) {
    const line = lines[kept[end - 1]!]!;
    const leadsAway =
      line.links.length > 0 &&
      line.linked > line.text.length * 0.6 &&
      !line.links.some(({ anchor }) => FILE_LINK.test(anchor.getAttribute('href') ?? '') || FILE_LINK.test(anchor.textContent));
    if (!leadsAway) break;
    end--;
  }
  return kept.length - end >= FEWEST_LINKS ? kept.slice(0, end) : [...kept];
}

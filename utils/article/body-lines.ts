/** Chooses, among the lines of the body's container, those that are the article's text. */

import type { Body } from './body';
import { isAttachmentHeading, isChromeLine, isCreditLine, isFieldLine, isRelatedHeading } from './chrome';
import { essence } from './essence';
import type { Headline } from './headline';
import { type Line, outermostKnownAs } from './outline';
import type { PageContext } from './page-context';
import { pictureAddress } from './pictures';

/** The headline, the dateline and the toolbar stand in the first lines of a container, credits in the last ones. */
const OPENING_LINES = 8;
const CLOSING_LINES = 6;
/** From this length on a line is text even in an element whose name is a toolbar's. */
const LONGEST_ZONE_LINE = 30;
/** A dateline inside the body is no longer than this; a longer line says more. */
const LONGEST_DATELINE = 60;
/** This many lines in a row that are only links lead away from the article. */
const FEWEST_LINKS = 3;

const FILE_LINK = /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|txt|csv|od[tsp]|rtf)(?:[?#]|$)/i;
const END_MARK = /^[\s（(【[]*完[\s）)】\]]*$/u;

const isLink = (line: Line): boolean => line.linked > line.text.length / 2;

export interface BodyLines {
  /** Indexes of the article's lines, ascending. */
  kept: number[];
  /** Indexes of lines that are no text of the article and still no chrome: its attachments, its headline said again. */
  beside: number[];
}

/**
 * Parts the article's lines from the rest. `datelines` and `cardLines` are the lines that display the dateline and the
 * official document's header.
 */
export function bodyLines(
  page: PageContext,
  body: Body,
  headline: Headline,
  datelines: readonly number[],
  cardLines: readonly number[],
): BodyLines {
  const { outline, measured } = page;
  const dropped = new Set([...cardLines, ...headlineLines(page, body, headline), ...attachmentLines(page)]);
  for (const index of datelines) if (outline.lines[index]!.text.length <= LONGEST_DATELINE) dropped.add(index);
  const inZone = measured.zones[body.container] === 1;
  const kept: number[] = [];
  const beside: number[] = [];
  let related = false;
  let files = false;
  for (let index = body.lineStart; index < body.lineEnd; index++) {
    const line = outline.lines[index]!;
    const { text } = line;
    const zone = !inZone && measured.zones[line.block] === 1;
    if (line.image !== null) {
      if (!related && !zone && pictureAddress(line.image, page.base) !== null) kept.push(index);
      continue;
    }
    if (isRelatedHeading(text)) related = true;
    else if (related && !isLink(line) && text.length >= LONGEST_ZONE_LINE) related = false;
    if (related || isChromeLine(text)) continue;
    files = isAttachmentHeading(text) || (files && isLink(line));
    if (files || dropped.has(index)) {
      beside.push(index);
      continue;
    }
    if (zone && text.length < LONGEST_ZONE_LINE) continue;
    const atEdge = index < body.lineStart + OPENING_LINES || index >= body.lineEnd - CLOSING_LINES;
    if (atEdge && (isFieldLine(text) || isCreditLine(text) || END_MARK.test(text))) continue;
    kept.push(index);
  }
  return { kept: withoutLinkTail(page, kept), beside };
}

/** Lines of elements that hold nothing but attachments; the attachments are listed on their own. */
function attachmentLines({ outline }: PageContext): number[] {
  return outermostKnownAs(outline, 'attachments').flatMap((element) => {
    const { lineStart, lineEnd } = outline.elements[element]!;
    return Array.from({ length: lineEnd - lineStart }, (_, offset) => lineStart + offset);
  });
}

/** The headline's own lines, and lines of the container's opening that repeat it, whole or in two or three pieces. */
function headlineLines(page: PageContext, body: Body, headline: Headline): Set<number> {
  const title = essence(headline.text);
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
    const hasFile = line.links.some(
      ({ anchor }) => FILE_LINK.test(anchor.getAttribute('href') ?? '') || FILE_LINK.test(anchor.textContent),
    );
    if (line.links.length === 0 || !isLink(line) || hasFile) break;
    end--;
  }
  return kept.length - end >= FEWEST_LINKS ? kept.slice(0, end) : [...kept];
}

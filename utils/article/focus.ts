/** The smallest set of elements that reading without chrome keeps. */

import type { Body } from './body';
import type { Headline } from './headline';
import { contains } from './outline';
import type { PageContext } from './page-context';

/**
 * The elements of headline, body and of the given further lines, none inside another, in document order.
 * A page hides everything that is neither one of them, nor inside one, nor around one. The body's container is kept whole
 * where all its lines are kept or stand directly in it; else the parts of it that hold no chrome.
 */
export function keptElements(
  page: PageContext,
  body: Body,
  headline: Headline,
  keptLines: readonly number[],
  furtherLines: readonly number[],
): Element[] {
  const { outline } = page;
  const further = new Set(furtherLines);
  for (let line = headline.lineStart; line < headline.lineEnd; line++) further.add(line);
  const wanted = new Set<number>(bodyParts(page, body, new Set([...keptLines, ...further])));
  if (headline.element >= 0) wanted.add(headline.element);
  for (const line of further) {
    const { block, inner } = outline.lines[line]!;
    const holder = [block, inner].find((index) => !contains(outline, index, body.container));
    if (holder !== undefined) wanted.add(holder);
  }
  const outer: number[] = [];
  for (const index of [...wanted].sort((a, b) => a - b)) {
    const last = outer.at(-1);
    if (last === undefined || !contains(outline, last, index)) outer.push(index);
  }
  return outer.map((index) => outline.elements[index]!.element);
}

/** The container, or its outermost parts without chrome, down to parts that hold kept text directly. */
function bodyParts({ outline }: PageContext, body: Body, kept: ReadonlySet<number>): number[] {
  const { elements, lines } = outline;
  const sums = new Uint32Array(lines.length + 1);
  for (let line = 0; line < lines.length; line++) sums[line + 1] = sums[line]! + (kept.has(line) ? 1 : 0);
  const holders = new Set<number>();
  for (const line of kept) holders.add(lines[line]!.block);
  const parts: number[] = [];
  let index = body.container;
  const end = elements[body.container]!.last;
  while (index <= end) {
    const { lineStart, lineEnd, last } = elements[index]!;
    const keptInside = sums[lineEnd]! - sums[lineStart]!;
    if (keptInside === 0 && lineEnd > lineStart) {
      index = last + 1;
      continue;
    }
    if (keptInside === lineEnd - lineStart || holders.has(index)) {
      parts.push(index);
      index = last + 1;
    } else index++;
  }
  return parts;
}

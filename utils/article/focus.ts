/** The smallest set of elements that reading without chrome keeps. */

import type { Body } from './body';
import type { Headline } from './headline';
import { contains } from './outline';
import type { PageContext } from './page-context';

/**
 * The elements of headline, body and of the given further lines, none inside another, in document order.
 * A page hides everything that is neither one of them, nor inside one, nor around one.
 */
export function keptElements(page: PageContext, body: Body, headline: Headline, furtherLines: readonly number[]): Element[] {
  const { outline } = page;
  const wanted = new Set<number>([body.container]);
  if (headline.element >= 0) wanted.add(headline.element);
  for (const line of furtherLines) {
    const { block, inner } = outline.lines[line]!;
    const holder = [block, inner].find((index) => !contains(outline, index, body.container));
    if (holder !== undefined) wanted.add(holder);
  }
  const sorted = [...wanted].sort((a, b) => a - b);
  const outer: number[] = [];
  for (const index of sorted) {
    const last = outer.at(-1);
    if (last === undefined || !contains(outline, last, index)) outer.push(index);
  }
  return outer.map((index) => outline.elements[index]!.element);
}

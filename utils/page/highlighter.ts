/**
 * Marks mentions on the page with the CSS Custom Highlight API (W3C, css-highlight-api-1): the page's DOM stays as it is.
 * The styles are in public/reader.css; every kind has its own line under the text, so that colour is not needed to tell them.
 */

export type HighlightKind = 'date' | 'person' | 'place';

const KINDS: readonly HighlightKind[] = ['date', 'person', 'place'];
const CURRENT = 'qingyue-current';
const nameOf = (kind: HighlightKind) => `qingyue-${kind}`;

/** Marks `ranges` as `kind` and brings the one at `current` into view. */
export function highlight(
  window: Window & typeof globalThis,
  kind: HighlightKind,
  ranges: Range[],
  current: Range,
): void {
  clearHighlights(window);
  const { highlights } = window.CSS;
  highlights.set(nameOf(kind), new window.Highlight(...ranges));
  const mark = new window.Highlight(current);
  mark.priority = 1;
  highlights.set(CURRENT, mark);
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const target = current.startContainer.parentElement;
  target?.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
}

export function clearHighlights(window: Window & typeof globalThis): void {
  for (const kind of KINDS) window.CSS.highlights.delete(nameOf(kind));
  window.CSS.highlights.delete(CURRENT);
}

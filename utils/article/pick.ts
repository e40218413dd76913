/** A Pick is the block that a person has pointed at as the article, in a form that finds it on the site's other pages. */

export interface Pick {
  /** CSS selector that matched the block alone on the page it was picked on. */
  selector: string;
  /** Whether most of the block's text was links: a block of the other sort under the same selector is another thing. */
  linked: boolean;
}

const LONGEST_SELECTOR = 1000;

/** A block is mostly links when more than this share of its text is inside them. */
const MOST_LINKED = 0.5;

/** A pick from whatever was stored or sent, or null. */
export function cleanPick(stored: unknown): Pick | null {
  const { selector, linked } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<
    keyof Pick,
    unknown
  >;
  if (typeof selector !== 'string' || selector === '' || selector.length > LONGEST_SELECTOR) return null;
  return { selector, linked: linked === true };
}

const lengthOf = (element: Element) => element.textContent.trim().length;

/** Whether most of the element's text is inside links. */
export function isMostlyLinks(element: Element): boolean {
  let linked = 0;
  for (const link of element.querySelectorAll('a[href]')) linked += lengthOf(link);
  return linked > lengthOf(element) * MOST_LINKED;
}

/**
 * A CSS selector that means one element of a page, made from what a site's template gives all its pages: names that look
 * like a person's, and tags. Numbered and hashed names belong to one page or one build; positions are the last resort.
 */
import { ancestorsOf, tagOf } from '../tree';

/** Names and tags that can stand in a selector as they are. */
const PLAIN = /^[a-z][\w-]{0,40}$/i;
/** Numbers of articles and hashes of style sheets: `post_20513`, `css-1q2w3e`, `sc-bdVaJa`. */
const GENERATED = /\d{3}|^(?:css|sc|jss|data-v)-|(?:\d+[a-z]+){2}/i;
/** Names that say how something is at the moment. */
const STATE =
  /^(?:active|current|on|off|open|opened|show|shown|hide|hidden|hover|focus|selected|clearfix|fontsize.*)$/i;

const MOST_CLASSES = 2;
/** A selector that needs more steps than this leans on more of the page than it should. */
const MOST_STEPS = 8;

const isStable = (name: string) => PLAIN.test(name) && !GENERATED.test(name) && !STATE.test(name);

/** What names the element by itself: its id, else its tag and classes. */
function nameOf(element: Element): string {
  const id = element.getAttribute('id') ?? '';
  if (isStable(id)) return `#${id}`;
  const tag = tagOf(element).toLowerCase();
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(isStable).slice(0, MOST_CLASSES);
  return [PLAIN.test(tag) ? tag : '*', ...classes].join('.');
}

/** The element's place among its siblings of the same tag, counted from 1. */
function placeOf(element: Element): number {
  const walker = element.ownerDocument.createTreeWalker(element.parentNode ?? element, 1 /* NodeFilter.SHOW_ELEMENT */);
  walker.currentNode = element;
  let place = 1;
  while (walker.previousSibling()) if (tagOf(walker.currentNode as Element) === tagOf(element)) place += 1;
  return place;
}

/** A place says something only when it is counted in what has a name, or in the body. */
const ANCHORED = /^(?:\S*[#.]|body\b)/;

/** The steps from `element` outwards, each joined to the last, until they mean it alone and are `enough`; null if they never do. */
function uniqueSelector(element: Element, step: (element: Element) => string, enough: RegExp): string | null {
  const root = element.ownerDocument;
  let selector = step(element);
  let steps = 1;
  for (const ancestor of ancestorsOf(element)) {
    if (enough.test(selector) && root.querySelectorAll(selector).length === 1) return selector;
    if (++steps > MOST_STEPS) return null;
    selector = `${step(ancestor)} > ${selector}`;
  }
  return null;
}

/** The element's name, and its place where that is no id. */
function placedName(element: Element): string {
  const name = nameOf(element);
  return name.startsWith('#') ? name : `${name}:nth-of-type(${placeOf(element)})`;
}

/** A selector that `element` alone matches; null where no short one does. */
export function selectorOf(element: Element): string | null {
  return uniqueSelector(element, nameOf, /./) ?? uniqueSelector(element, placedName, ANCHORED);
}

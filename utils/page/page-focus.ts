/**
 * Chrome-free reading: hides what is not the article, in place, and takes it back exactly.
 * What is hidden is not rendered, so nothing in it can be reached by keyboard, found, printed or read aloud.
 */

import { setInlineStyle } from './inline-style';
import { ancestorsOf, childrenOf, tagOf } from './tree';

/** Elements that show nothing, or that the page needs to look right. */
const UNSEEN = new Set('BASE HEAD LINK META NOSCRIPT SCRIPT STYLE TEMPLATE TITLE'.split(' '));

/** Everything beside the paths from the body to the kept elements, outermost first. */
export function chromeOf(body: Element, keep: readonly Element[]): Element[] {
  const kept = new Set(keep);
  const ancestors = new Set(keep.flatMap((element) => [...ancestorsOf(element)]));
  const chrome: Element[] = [];
  const open = [body];
  for (let parent = open.pop(); parent; parent = open.pop()) {
    for (const child of childrenOf(parent)) {
      if (kept.has(child)) continue;
      if (ancestors.has(child)) open.push(child);
      else if (!UNSEEN.has(tagOf(child))) chrome.push(child);
    }
  }
  return chrome;
}

/** The innermost kept element at the top of the window: what the reader is reading. */
function elementBeingRead(keep: readonly Element[]): Element | null {
  let found: Element | null = null;
  let candidates: Iterable<Element> = keep;
  for (;;) {
    const next = [...candidates].find((element) => element.getBoundingClientRect().bottom > 0);
    if (!next) return found;
    found = next;
    candidates = childrenOf(next);
  }
}

/** Runs `change` and scrolls so that the lines being read stay where they are in the window. */
function keepPlace(document: Document, keep: readonly Element[], change: () => void): void {
  const window = document.defaultView;
  const reading = window && window.scrollY > 0 ? elementBeingRead(keep) : null;
  const before = reading?.getBoundingClientRect().top ?? 0;
  change();
  if (window && reading) window.scrollBy({ top: reading.getBoundingClientRect().top - before, behavior: 'instant' });
}

export class PageFocus {
  readonly #document: Document;
  #keep: readonly Element[] = [];
  #shown: (() => void)[] = [];
  #observer: MutationObserver | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  get on(): boolean {
    return this.#observer !== null;
  }

  /** Hides all but `keep`, and nothing when that is empty; what the page adds beside it later is hidden too. */
  start(keep: readonly Element[]): void {
    if (this.on && keep.length === this.#keep.length && keep.every((element, at) => element === this.#keep[at])) return;
    this.stop();
    if (keep.length === 0) return;
    const { body } = this.#document;
    this.#keep = keep;
    keepPlace(this.#document, keep, () => {
      for (const element of chromeOf(body, keep)) this.#hide(element);
    });
    const parents = new Set(keep.flatMap((element) => [...ancestorsOf(element)]));
    this.#observer = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node.nodeType === 1 && !keep.some((kept) => node.contains(kept))) this.#hide(node as Element);
    });
    for (const parent of parents) this.#observer.observe(parent, { childList: true });
  }

  /** Shows everything again. */
  stop(): void {
    if (!this.#observer) return;
    this.#observer.disconnect();
    this.#observer = null;
    keepPlace(this.#document, this.#keep, () => {
      for (const show of this.#shown.splice(0)) show();
    });
    this.#keep = [];
  }

  /** Runs `work` on the page with everything shown. */
  suspended<T>(work: () => T): T {
    const keep = this.#keep;
    const { on } = this;
    this.stop();
    try {
      return work();
    } finally {
      if (on) this.start(keep);
    }
  }

  #hide(element: Element): void {
    if (UNSEEN.has(tagOf(element))) return;
    const show = setInlineStyle(element, { display: 'none' });
    if (show) this.#shown.push(show);
  }
}

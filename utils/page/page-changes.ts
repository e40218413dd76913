/**
 * What was put in place of the page's texts and attributes, with the originals. Taking it back restores only what still
 * is as it was put there, so that what the page has changed since stays.
 */
import type { Edit } from '../script/script';

/** A text that was rewritten this often has someone else writing it too; fighting on would only flicker. */
const MAX_WRITES = 5;

export interface TextChange {
  original: string;
  shown: string;
  /** The repairs inside it, in offsets of the original. */
  edits: readonly Edit[];
  writes: number;
}

interface AttributeChange {
  element: Element;
  name: string;
  original: string | null;
  shown: string;
}

export class PageChanges {
  readonly #texts = new Map<Text, TextChange>();
  readonly #attributes: AttributeChange[] = [];

  /** The change of a text that is on the page now; undefined for a text that is the page's own. */
  textChange(node: Text): TextChange | undefined {
    const change = this.#texts.get(node);
    return change && change.shown === node.data ? change : undefined;
  }

  /** Shows another text in the node; false when it has been rewritten too often to go on. */
  setText(node: Text, original: string, shown: string, edits: readonly Edit[]): boolean {
    const known = this.#texts.get(node);
    if (!known) {
      // Nearly every text, on a path where reading the node once more would be felt.
      if (shown === original) return true;
      this.#texts.set(node, { original, shown, edits, writes: 1 });
      node.data = shown;
      return true;
    }
    const isShown = node.data === shown;
    const writes = known.writes + (isShown ? 0 : 1);
    if (writes > MAX_WRITES) return false;
    this.#texts.set(node, { original, shown, edits, writes });
    if (!isShown) node.data = shown;
    return true;
  }

  setAttribute(element: Element, name: string, shown: string): void {
    this.#attributes.push({ element, name, original: element.getAttribute(name), shown });
    element.setAttribute(name, shown);
  }

  /** The changes of all texts that are still as they were put there. */
  *textChanges(): Generator<TextChange> {
    for (const [node, change] of this.#texts) if (node.data === change.shown) yield change;
  }

  /** The nodes of changed texts. */
  texts(): Text[] {
    return [...this.#texts.keys()];
  }

  /** Gives the page's own text back to the nodes. */
  takeBackTexts(nodes: Iterable<Text>): void {
    for (const node of nodes) {
      const change = this.textChange(node);
      if (change && change.original !== change.shown) node.data = change.original;
    }
  }

  takeBackAttributes(): void {
    // Last first: the page may have changed one that was then changed again.
    for (const { element, name, original, shown } of [...this.#attributes].reverse()) {
      if (element.getAttribute(name) !== shown) continue;
      if (original === null) element.removeAttribute(name);
      else element.setAttribute(name, original);
    }
  }

  /** Runs `work` on the page as its authors left it, then shows again what was shown. */
  without<T>(work: () => T): T {
    this.takeBackTexts(this.#texts.keys());
    this.takeBackAttributes();
    try {
      return work();
    } finally {
      for (const [node, { original, shown }] of this.#texts) if (node.data === original) node.data = shown;
      for (const { element, name, original, shown } of this.#attributes)
        if (element.getAttribute(name) === original) element.setAttribute(name, shown);
    }
  }

  forget(): void {
    this.#texts.clear();
    this.#attributes.length = 0;
  }
}

/** The original of a text with its repairs made: what was converted. */
export function cleanText({ original, edits }: Pick<TextChange, 'original' | 'edits'>): string {
  let [clean, at] = ['', 0];
  for (const edit of edits) {
    clean += original.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return clean + original.slice(at);
}

/** Keeps the reader's selection on its words while text nodes are rewritten, which would collapse it. */

/** Offsets in a text node as the page wrote it, and as it is shown now. */
export interface OffsetSpace {
  originalOffset(node: Text, offset: number): number;
  shownOffset(node: Text, offset: number): number;
}

export class SelectionKeeper {
  readonly #document: Document;
  /** Whether text is selected; told by events, because asking costs a layout each time. */
  #selected = false;
  readonly #look = () => {
    this.#selected = this.#document.getSelection()?.isCollapsed === false;
  };

  constructor(document: Document) {
    this.#document = document;
  }

  /** Follows what the reader selects until `unwatch`. */
  watch(): void {
    this.#look();
    this.#document.addEventListener('selectionchange', this.#look);
  }

  unwatch(): void {
    this.#document.removeEventListener('selectionchange', this.#look);
    this.#selected = false;
  }

  /** Runs `write`, then puts the selection back on the same characters. */
  keep<T>(space: OffsetSpace, write: () => T): T {
    const selection = this.#selected ? this.#document.getSelection() : null;
    const { anchorNode, focusNode, anchorOffset = 0, focusOffset = 0 } = selection ?? {};
    if (!selection || !anchorNode || !focusNode) return write();
    const before = (node: Node, offset: number) => (isText(node) ? space.originalOffset(node, offset) : offset);
    const after = (node: Node, offset: number) => (isText(node) ? space.shownOffset(node, offset) : offset);
    const [anchor, focus] = [before(anchorNode, anchorOffset), before(focusNode, focusOffset)];
    const result = write();
    const [from, to] = [after(anchorNode, anchor), after(focusNode, focus)];
    const kept =
      selection.anchorNode === anchorNode &&
      selection.anchorOffset === from &&
      selection.focusNode === focusNode &&
      selection.focusOffset === to;
    if (!kept) selection.setBaseAndExtent(anchorNode, from, focusNode, to);
    return result;
  }
}

const isText = (node: Node): node is Text => node.nodeType === 3;

/** Keeps the reader's selection on its words while text nodes are rewritten, which would collapse it. */

/** Offsets in a text node as the page wrote it, and as it is shown now. */
export interface OffsetSpace {
  originalOffset(node: Text, offset: number): number;
  shownOffset(node: Text, offset: number): number;
}

/** Runs `write`, then puts the selection back on the same characters. */
export function keepSelection(document: Document, space: OffsetSpace, write: () => void): void {
  const selection = document.getSelection();
  const { anchorNode, focusNode, anchorOffset, focusOffset } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) {
    write();
    return;
  }
  const isText = (node: Node): node is Text => node.nodeType === 3;
  const before = (node: Node, offset: number) => (isText(node) ? space.originalOffset(node, offset) : offset);
  const after = (node: Node, offset: number) => (isText(node) ? space.shownOffset(node, offset) : offset);
  const [anchor, focus] = [before(anchorNode, anchorOffset ?? 0), before(focusNode, focusOffset ?? 0)];
  const texts = [anchorNode, focusNode].filter(isText).map((node) => ({ node, data: node.data }));
  write();
  if (texts.every(({ node, data }) => node.data === data)) return;
  selection.setBaseAndExtent(anchorNode, after(anchorNode, anchor), focusNode, after(focusNode, focus));
}

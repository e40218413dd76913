/** The text that the reader has selected, as stretches of text nodes. */

/** UTF-16 offsets into the node as it is shown. */
export interface Stretch {
  start: number;
  end: number;
}

const SHOW_TEXT = 4;

function* textNodesIn(range: Range): Generator<Text> {
  const { commonAncestorContainer: root } = range;
  const walker = root.ownerDocument!.createTreeWalker(root, SHOW_TEXT);
  // A range within one text node has that node for its root, which the walk leaves out.
  if (root.nodeType === 3) yield root as Text;
  while (walker.nextNode()) if (range.intersectsNode(walker.currentNode)) yield walker.currentNode as Text;
}

/** What is selected of every text node; nodes of which nothing is selected are left out. */
export function selectedText(document: Document): Map<Text, Stretch> {
  const stretches = new Map<Text, Stretch>();
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return stretches;
  for (let index = 0; index < selection.rangeCount; index++) {
    const range = selection.getRangeAt(index);
    for (const node of textNodesIn(range)) {
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.data.length;
      if (start < end) stretches.set(node, { start, end });
    }
  }
  return stretches;
}

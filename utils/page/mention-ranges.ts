/** Where a mention stands on the live page, whatever of it is converted at the moment. */
import type { LineAnchor } from '../article/anchors';
import type { Mention } from '../digest/digest';
import { offsetMap } from '../script/offsets';
import type { Edit } from '../script/script';

/** How text nodes show their original characters now; the page converter knows. */
export interface ShownOffsets {
  shownOffset(node: Text, offset: number): number;
}

/** The anchor of a headline: where `title` stands in the text of the element that displays it; null when it is not there. */
export function headlineAnchor(element: Element, title: string): LineAnchor | null {
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* NodeFilter.SHOW_TEXT */);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const begin = nodes
    .map(({ data }) => data)
    .join('')
    .indexOf(title);
  if (begin < 0) return null;
  let at = -begin;
  const pieces = nodes.map((node) => {
    const [start, end] = [at, at + node.data.length];
    at = end;
    const nodeStart = Math.max(0, -start);
    const nodeEnd = node.data.length - Math.max(0, end - title.length);
    return { node, nodeStart, nodeEnd, lineStart: start + nodeStart };
  });
  return { pieces: pieces.filter(({ nodeStart, nodeEnd }) => nodeEnd > nodeStart) };
}

/** A place in the original line carried to its text node; `end` places sit after the last character of their piece. */
function place(anchor: LineAnchor, offset: number, end: boolean): { node: Text; offset: number } | null {
  for (const { node, nodeStart, nodeEnd, lineStart } of anchor.pieces) {
    const within = offset - lineStart;
    const length = nodeEnd - nodeStart;
    if (end ? within > 0 && within <= length : within >= 0 && within < length)
      return { node, offset: nodeStart + within };
  }
  return null;
}

/**
 * The range of a mention (offsets into the repaired line), or null when its text is no longer there.
 * @param edits the repairs that led from the page's line to the repaired one
 */
export function mentionRange(
  anchor: LineAnchor,
  edits: readonly Edit[],
  mention: Mention,
  shown: ShownOffsets,
): Range | null {
  const { toOriginal } = offsetMap(edits);
  const start = place(anchor, toOriginal(mention.start), false);
  const end = place(anchor, toOriginal(mention.end), true);
  if (!start?.node.isConnected || !end?.node.isConnected) return null;
  const range = start.node.ownerDocument.createRange();
  range.setStart(start.node, shown.shownOffset(start.node, start.offset));
  range.setEnd(end.node, shown.shownOffset(end.node, end.offset));
  return range;
}

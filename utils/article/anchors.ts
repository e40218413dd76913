/** Anchors carry a line of the article back to the text nodes it was read from, so that a mention can be shown on the page. */

/** `line[lineStart + k]` is `node.data[nodeStart + k]` for every k below `nodeEnd - nodeStart`. */
export interface Piece {
  node: Text;
  nodeStart: number;
  nodeEnd: number;
  lineStart: number;
}

/** The pieces of one line in reading order. Between two pieces the line may hold one space of its own. */
export interface LineAnchor {
  pieces: Piece[];
}

/** The same pieces, `by` characters further to the right. */
export function shifted(pieces: readonly Piece[], by: number): Piece[] {
  return pieces.map((piece) => ({ ...piece, lineStart: piece.lineStart + by }));
}

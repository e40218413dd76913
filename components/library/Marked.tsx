/** A text with what the query matched in `<mark>`. */
import { markedPieces } from './marks';

export function Marked({ text, query }: { text: string; query: string }) {
  return (
    <>
      {markedPieces(text, query).map((piece, index) =>
        piece.match ? <mark key={index}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}

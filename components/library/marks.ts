/** What a row shows of a match: its own texts with the matches marked, and a snippet of the body. */
import { matchRanges, type Snippet, snippetOf } from '../../utils/clips/matches';
import { termsOf } from '../../utils/clips/search';

/** A stretch of a text, and whether the query asked for it. */
export interface Piece {
  text: string;
  match: boolean;
}

/** The text in pieces, those that a word of the query matches marked; concatenated they are the text. */
export function markedPieces(text: string, query: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of matchRanges(text, query)) {
    pieces.push({ text: text.slice(at, start), match: false }, { text: text.slice(start, end), match: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), match: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** Characters around the first match in which its snippet is made: a whole text for every row would take too long. */
const BEFORE = 60;
const AFTER = 200;

/** The first match in the body of a text that holds the headline on its first line; null when there is none. */
export function bodySnippet(text: string, query: string): Snippet | null {
  const body = text.indexOf('\n') + 1;
  if (body === 0) return null;
  const places = termsOf(query).map((term) => text.indexOf(term, body));
  const first = Math.min(...places.filter((place) => place >= 0));
  if (!Number.isFinite(first)) return null;
  return snippetOf(text.slice(Math.max(body, first - BEFORE), first + AFTER), query);
}

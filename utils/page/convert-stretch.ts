/** A text of which only a stretch is shown converted; how it is converted, all of its block decides. */
import { offsetMap } from '../script/offsets';
import { type ConversionPlan, type ConvertedPiece, convertedOffset } from './convert-block';
import { cleanText } from './page-changes';
import type { Stretch } from './selected-text';

/**
 * @param original The text as the page wrote it; `stretch` is in its offsets.
 * @param converted The text converted in full.
 */
export function convertStretch(
  original: string,
  converted: ConvertedPiece,
  { start, end }: Stretch,
  convert: ConversionPlan['convert'],
): ConvertedPiece {
  const { text, edits } = converted;
  const clean = cleanText({ original, edits });
  const { toClean } = offsetMap(edits);
  const shown = (offset: number) => convertedOffset(clean, text, toClean(offset), convert);
  return {
    text: original.slice(0, start) + text.slice(shown(start), shown(end)) + original.slice(end),
    edits: edits.filter((edit) => edit.start >= start && edit.end <= end),
  };
}

/** One stretch from the first to the last of two, with what is between them. */
export function hull(a: Stretch, b: Stretch | undefined): Stretch {
  return b ? { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : a;
}

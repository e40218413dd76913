/** One block of the page in the reader's script: repaired, converted where it is traditional, cut back into its nodes. */

import { detectScript } from '../script/detect';
import { offsetMap } from '../script/offsets';
import { applyRepair, type RepairPlan } from '../script/repair';
import type { Edit, Script } from '../script/script';

/** How a page is to be converted. */
export interface ConversionPlan {
  repair: RepairPlan;
  /** The script of the page; blocks too short to tell follow it. */
  script: Script;
  /** Traditional to simplified. */
  convert: (text: string) => string;
}

/** A piece of a block as it is to be shown, with the repairs inside it (offsets into the piece's own text). */
export interface ConvertedPiece {
  text: string;
  edits: readonly Edit[];
}

const NO_EDITS: readonly Edit[] = [];
const CONVERTED: ReadonlySet<Script> = new Set<Script>(['traditional', 'mixed']);

/** Whether text in this script is converted. */
export const isConverted = (script: Script): boolean => CONVERTED.has(script);

/**
 * Where the character at `offset` of a clean text stands in its converted form. Conversion keeps the length of nearly
 * every text; where it does not (rare characters beyond the BMP, regional words), the text before it is converted alone.
 */
export function convertedOffset(
  clean: string,
  shown: string,
  offset: number,
  convert: ConversionPlan['convert'],
): number {
  if (clean.length === shown.length) return offset;
  return Math.min(convert(clean.slice(0, offset)).length, shown.length);
}

/** Edits of the block that touch its stretch `start`–`end`, in that stretch's own offsets. */
function editsWithin(edits: readonly Edit[], start: number, end: number): Edit[] {
  return edits
    .filter((edit) => edit.start < end && edit.end > start)
    .map((edit) => ({
      ...edit,
      start: Math.max(edit.start, start) - start,
      end: Math.min(edit.end, end) - start,
      // A replacement that crosses a node boundary belongs to the node it begins in.
      replacement: edit.start < start ? '' : edit.replacement,
    }));
}

/** Nearly every text: nothing to repair, and as long as before. */
function cutAlike(pieces: readonly string[], shown: string): ConvertedPiece[] {
  let start = 0;
  return pieces.map((piece) => {
    const text = shown.slice(start, start + piece.length);
    start += piece.length;
    return { text: text === piece ? piece : text, edits: NO_EDITS };
  });
}

/** Converts the pieces of one block together. Pieces that stay as they are come back as the same strings. */
export function convertBlock(pieces: readonly string[], plan: ConversionPlan): ConvertedPiece[] {
  const original = pieces.join('');
  const { text: clean, edits } = applyRepair(plan.repair, original);
  const script = detectScript(clean);
  const shown = isConverted(script === 'other' ? plan.script : script) ? plan.convert(clean) : clean;
  if (shown === original) return pieces.map((text) => ({ text, edits: NO_EDITS }));
  if (edits.length === 0 && shown.length === original.length) return cutAlike(pieces, shown);
  const { toClean } = offsetMap(edits);
  let start = 0;
  return pieces.map((piece) => {
    const end = start + piece.length;
    const from = convertedOffset(clean, shown, toClean(start), plan.convert);
    const to = end === original.length ? shown.length : convertedOffset(clean, shown, toClean(end), plan.convert);
    const text = shown.slice(from, to);
    const own = edits.length === 0 ? NO_EDITS : editsWithin(edits, start, end);
    start = end;
    return { text: text === piece ? piece : text, edits: own };
  });
}

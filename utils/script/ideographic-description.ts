/** Ideographic description sequences (Unicode, section 18.2): ⿰亻尔 spells one character and is not text to convert. */

const FIRST = 0x2ff0;
const LAST = 0x2fff;
const TERNARY = new Set([0x2ff2, 0x2ff3]);

/** Longer sequences describe nothing; the bound keeps hostile input linear. */
const MAX_CODE_POINTS = 32;

/** The offset just after the sequence that starts at `start`, or `start` when none is complete there. */
export function descriptionEnd(text: string, start: number): number {
  let at = start;
  let missing = 1;
  for (let count = 0; missing > 0 && count < MAX_CODE_POINTS; count++) {
    const codePoint = text.codePointAt(at);
    if (codePoint === undefined) return start;
    at += codePoint > 0xffff ? 2 : 1;
    missing -= 1;
    if (codePoint >= FIRST && codePoint <= LAST) missing += TERNARY.has(codePoint) ? 3 : 2;
  }
  return missing === 0 ? at : start;
}

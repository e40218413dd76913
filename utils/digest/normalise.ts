/**
 * The form of a line in which everything is matched: simplified characters, half-width digits and punctuation. It has
 * the length of the original, so that an offset into one is an offset into the other.
 */
import { simplify } from '../script/simplify';

/** Full-width forms U+FF01–U+FF5E stand this far from ASCII. */
const FULL_WIDTH_OFFSET = 0xfee0;

/** Signs that are written in several ways: circles for the numeral zero (U+25CB, U+3007), dots in foreign names, blanks. */
const VARIANTS = new Map([
  ['○', '〇'],
  ['‧', '·'],
  ['•', '·'],
  ['・', '·'],
  ['\u3000', ' '],
  ['\u00a0', ' '],
  ['\t', ' '],
  ['–', '-'],
  ['—', '-'],
  ['「', '“'],
  ['」', '”'],
]);
const VARIANT = new RegExp(`[${[...VARIANTS.keys()].join('')}\uff01-\uff5e]`, 'g');

/** Line to its matching form. UTF-16 offsets stay valid; a simplified character of another width is left unconverted. */
export function normalise(line: string): string {
  return sameLength(line, simplify(line)).replace(VARIANT, plainForm);
}

/** `simplify` keeps the number of code points; where one of them changes its width the original one is put back. */
function sameLength(line: string, simplified: string): string {
  if (simplified.length === line.length && !/[\ud800-\udfff]/.test(simplified)) return simplified;
  const characters = [...simplified];
  return [...line].map((character, index) => fitting(character, characters[index])).join('');
}

function fitting(original: string, simplified: string | undefined): string {
  return simplified?.length === original.length ? simplified : original;
}

function plainForm(character: string): string {
  return VARIANTS.get(character) ?? String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET);
}

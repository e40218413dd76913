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
  ['－', '-'],
  ['–', '-'],
  ['—', '-'],
  ['～', '~'],
  ['「', '“'],
  ['」', '”'],
]);

/** Line to its matching form. UTF-16 offsets stay valid; a simplified character of another width is left unconverted. */
export function normalise(line: string): string {
  const original = [...line];
  const simplified = [...simplify(line)];
  let text = '';
  for (const [index, character] of original.entries()) {
    const plain = simplified[index] ?? character;
    text += plainForm(plain.length === character.length ? plain : character);
  }
  return text;
}

function plainForm(character: string): string {
  const variant = VARIANTS.get(character);
  if (variant) return variant;
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - FULL_WIDTH_OFFSET) : character;
}

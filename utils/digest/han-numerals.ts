/** Reads numbers written with digits or with Chinese numerals. */

const DIGITS = new Map([...'〇一二三四五六七八九'].map((character, value) => [character, value] as const));
DIGITS.set('零', 0);
DIGITS.set('元', 1);
DIGITS.set('两', 2);
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
]);
const TWENTY = '廿';
const THIRTY = '卅';

/** Characters a number can be written with, for use inside a character class. */
export const NUMERAL_CHARACTERS = '0-9〇零一二三四五六七八九十百廿卅';

/** The value of `12`, `二〇一二`, `十二`, `廿五` or `一百一十三`; NaN when it is none of these. `元` (first) is 1. */
export function parseNumeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const expanded = text.replaceAll(TWENTY, '二十').replaceAll(THIRTY, '三十');
  const characters = [...expanded];
  if (characters.length === 0) return Number.NaN;
  if (!characters.some((character) => UNITS.has(character))) return positional(characters);
  let total = 0;
  let digit = -1;
  for (const character of characters) {
    const unit = UNITS.get(character);
    if (unit !== undefined) {
      total += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
    } else {
      const value = digitOf(character);
      if (Number.isNaN(value)) return value;
      digit = value;
    }
  }
  return total + Math.max(digit, 0);
}

function digitOf(character: string): number {
  return DIGITS.get(character) ?? (/^\d$/.test(character) ? Number(character) : Number.NaN);
}

function positional(characters: readonly string[]): number {
  return characters.reduce((total, character) => total * 10 + digitOf(character), 0);
}

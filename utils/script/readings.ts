/** Pinyin readings of the traditional characters of GBK, to tell which one an annotation inside a broken run stood at. */
import type { Gbk } from './gbk';
import { unpackNumbers } from './packed';
import { READING_SYLLABLES, READING_TONES, SYLLABLES } from './readings-table';
import { traditionalOnly } from './traditional-only';

/** Character → its most frequent reading, the tone as a number: 驗 → yan4. */
export function loadReadings(gbk: Gbk): Map<string, string> {
  const syllables = SYLLABLES.split(' ');
  const numbers = unpackNumbers(READING_SYLLABLES);
  return new Map(
    traditionalOnly(gbk).map((character, index) => [
      character,
      syllables[numbers[index]!]! + READING_TONES.charAt(index),
    ]),
  );
}

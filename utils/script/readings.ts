/** Pinyin readings of the traditional characters of GBK, to tell which one an annotation inside a broken run stood at. */
import type { Gbk } from './gbk';
import { unpackNumbers } from './packed';
import { READING_NUMBERS, SYLLABLES } from './readings-table';
import { traditionalOnly } from './traditional-only';

/** Character → its most frequent reading, with the tone as a mark: 驗 → yàn. */
export function loadReadings(gbk: Gbk): Map<string, string> {
  const syllables = SYLLABLES.split(' ');
  const numbers = unpackNumbers(READING_NUMBERS);
  return new Map(traditionalOnly(gbk).map((character, index) => [character, syllables[numbers[index]!]!]));
}

/**
 * Writes utils/script/readings-table.ts from pinyin-pro: `npx tsx scripts/build-readings.ts`, always after build-table.ts,
 * because the readings follow the order of the characters that the conversion table changes.
 */
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { gbk } from '../utils/script/gbk';
import { packNumbers } from '../utils/script/packed';
import { traditionalOnly } from '../utils/script/traditional-only';

const readings = traditionalOnly(gbk()).map((character) => pinyin(character));
const counts = new Map<string, number>();
for (const reading of readings) counts.set(reading, (counts.get(reading) ?? 0) + 1);
const syllables = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([reading]) => reading);
const numbers = new Map(syllables.map((syllable, index) => [syllable, index]));
const packed = packNumbers(readings.map((reading) => numbers.get(reading)!)).replaceAll('\\', '\\\\');

writeFileSync(
  new URL('../utils/script/readings-table.ts', import.meta.url),
  `/** Readings of traditional characters, generated from pinyin-pro (MIT) by scripts/build-readings.ts. Not edited by hand. */

/** Syllables, the most frequent first. */
export const SYLLABLES = '${syllables.join(' ')}';

/** For each character of \`traditionalOnly\` the packed index of its syllable. */
export const READING_NUMBERS = '${packed}';
`,
);

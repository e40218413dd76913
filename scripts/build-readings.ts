/**
 * Writes utils/script/readings-table.ts from pinyin-pro: `npx tsx scripts/build-readings.ts`, always after build-table.ts,
 * because the readings follow the order of the characters that the conversion table changes.
 */
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { gbk } from '../utils/script/gbk';
import { packNumbers } from '../utils/script/packed';
import { numberedSyllable } from '../utils/script/pinyin';
import { traditionalOnly } from '../utils/script/traditional-only';

const readings = traditionalOnly(gbk()).map((character) => numberedSyllable(pinyin(character)));
const bare = readings.map((reading) => reading.slice(0, -1));
const counts = new Map<string, number>();
for (const syllable of bare) counts.set(syllable, (counts.get(syllable) ?? 0) + 1);
const syllables = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([syllable]) => syllable);
const numbers = new Map(syllables.map((syllable, index) => [syllable, index]));
const packed = packNumbers(bare.map((syllable) => numbers.get(syllable)!)).replaceAll('\\', '\\\\');

writeFileSync(
  new URL('../utils/script/readings-table.ts', import.meta.url),
  `/** Readings of traditional characters, generated from pinyin-pro (MIT) by scripts/build-readings.ts. Not edited by hand. */

/** Syllables without their tones, the most frequent first; ü is v. */
export const SYLLABLES =
  '${syllables.join(' ')}';

/** For each character of \`traditionalOnly\` the packed index of its syllable. */
export const READING_SYLLABLES =
  '${packed}';

/** For each of them its tone, 1 to 4, or 0 for the neutral tone. */
export const READING_TONES =
  '${readings.map((reading) => reading.slice(-1)).join('')}';
`,
);

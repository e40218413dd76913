/** Which script a text is in, by counting the characters that only one script has. */
import { characterPairs, UNITS } from './conversion-table';
import type { Script } from './script';
import { JAPANESE_CHARACTERS, SHARED_CHARACTERS } from './table';

/** Share of the evidence from which a text with a little of the other script still counts as one script. */
const CLEAR_SHARE = 0.9;

/** A text is mixed when its lesser script shows at least this many characters; fewer are quotations and slips. */
const MIXED_FROM = 3;

/** Kana and Japanese Han among all kana and Han from which a text is Japanese; a の in a Chinese shop sign is less. */
const JAPANESE_SHARE = 0.05;
const JAPANESE_FROM = 2;

/** Hangul among Hangul and Han from which a text is Korean. */
const HANGUL_SHARE = 0.3;

/** Classes of evidence; 0 is everything else. */
const HAN = 1;
const TRADITIONAL = 2;
const SIMPLIFIED = 3;
const JAPANESE = 4;
const KANA = 5;
const HANGUL = 6;
const CLASSES = 7;

const RANGES: readonly [first: number, last: number, kind: number][] = [
  [0x3041, 0x3096, KANA],
  [0x30a1, 0x30fa, KANA],
  [0x3400, 0x4dbf, HAN],
  [0x4e00, 0x9fff, HAN],
  [0xf900, 0xfaff, HAN],
  [0xff66, 0xff9d, KANA],
  [0x1100, 0x11ff, HANGUL],
  [0x3131, 0x318e, HANGUL],
  [0xac00, 0xd7a3, HANGUL],
];

let classes: Uint8Array | undefined;

/** By code unit: the class of evidence. */
function classTable(): Uint8Array {
  if (classes) return classes;
  classes = new Uint8Array(UNITS);
  for (const [first, last, kind] of RANGES) classes.fill(kind, first, last + 1);
  const { traditional, simplified } = characterPairs();
  for (const unit of simplified) classes[unit] = SIMPLIFIED;
  for (const unit of traditional) classes[unit] = TRADITIONAL;
  for (const character of SHARED_CHARACTERS) classes[character.charCodeAt(0)] = HAN;
  for (const character of JAPANESE_CHARACTERS) classes[character.charCodeAt(0)] = JAPANESE;
  return classes;
}

type Counts = Uint32Array;

function countInto(counts: Counts, text: string): Counts {
  const table = classTable();
  for (let at = 0; at < text.length; at++) counts[table[text.charCodeAt(at)]!]! += 1;
  return counts;
}

const countClasses = (text: string) => countInto(new Uint32Array(CLASSES), text);

function scriptOf(counts: Counts): Script {
  const [, neutral, traditional, simplified, japanese, kana, hangul] = counts as unknown as number[] & Counts;
  const evidence = traditional! + simplified!;
  const han = neutral! + evidence + japanese!;
  const onlyJapanese = kana! + japanese!;
  if (kana! > 0 && onlyJapanese >= JAPANESE_FROM && onlyJapanese >= JAPANESE_SHARE * (kana! + han)) return 'japanese';
  if (hangul! > 0 && hangul! >= HANGUL_SHARE * (hangul! + han)) return 'korean';
  if (japanese! > evidence) return 'japanese';
  if (evidence === 0) return 'other';
  const lesser = Math.min(traditional!, simplified!);
  if (lesser >= MIXED_FROM && lesser > (1 - CLEAR_SHARE) * evidence) return 'mixed';
  if (traditional === simplified) return 'mixed';
  return traditional! > simplified! ? 'traditional' : 'simplified';
}

/** The script of one text; `other` when nothing in it tells, as in 人大. */
export function detectScript(text: string): Script {
  return scriptOf(countClasses(text));
}

/** Whether there are Han characters, telling or not. */
const hasHan = (counts: Counts) => counts[HAN]! + counts[TRADITIONAL]! + counts[SIMPLIFIED]! > 0;

/**
 * The script of a page and of each of its lines. A line whose Han characters tell nothing inherits the page's script; on
 * a mixed page that of the line before it (at the top, of the first line that tells), for a mixed page has parts.
 */
export function detectScripts(lines: readonly string[]): { page: Script; lines: Script[] } {
  const counts = lines.map(countClasses);
  const total = new Uint32Array(CLASSES);
  for (const line of counts) for (let kind = 0; kind < CLASSES; kind++) total[kind]! += line[kind]!;
  const page = scriptOf(total);
  const own = counts.map(scriptOf);
  let inherited = page === 'mixed' ? (own.find((script) => script !== 'other') ?? page) : page;
  const scripts = own.map((script, index) => {
    if (script === 'other') return hasHan(counts[index]!) ? inherited : script;
    if (page === 'mixed') inherited = script;
    return script;
  });
  return { page, lines: scripts };
}

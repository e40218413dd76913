/**
 * Pinyin that a site wrote into the text, `區(qū)`: how it is told from glosses, lessons and abbreviations.
 *
 * Such sites replace every occurrence of a fixed set of characters that exist in traditional script only by the
 * character and one fixed reading. A gloss is made once and of a rare character; a lesson annotates common ones.
 */
import { simplify } from './simplify';

/** The least evidence on which a page is called damaged: insertions, and different characters that carry them. */
const FEWEST_INSERTIONS = 6;
const FEWEST_CHARACTERS = 4;

/** Share of the insertions on characters that conversion changes. */
const SHARE_TRADITIONAL = 0.95;

/** Share of the annotated characters that have one reading only. */
const SHARE_SINGLE_READING = 0.95;

/** Share of the occurrences of the annotated characters that carry the annotation. */
const SHARE_ANNOTATED = 0.6;

const TONE_MARKED_LETTERS = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ';
export const LETTERS = `a-zɑɡü${TONE_MARKED_LETTERS}`;

/** A Han character and what may be its reading. The longest syllables have six letters. */
export const ANNOTATION = new RegExp(`([\\u3400-\\u9fff])\\(([${LETTERS}]{1,6})\\)`, 'g');

/** `Han(syllable)(syllable)`, twice the same. */
const DOUBLED_ANNOTATION = new RegExp(`([\\u3400-\\u9fff])\\(([${LETTERS}]{1,6})\\)\\(\\2\\)`, 'g');

const TONELESS_SYLLABLE =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeoiuv]|ai|ei|ao|ou|an|en|ang|eng|er|ong|ia|ie|iao|iu|ian|in|iang|ing|iong|ua|uo|uai|ui|uan|un|uang|ue|ve)$/;

const toneMarks = new RegExp(`[${TONE_MARKED_LETTERS}]`, 'g');

const isToneMarked = (syllable: string): boolean => syllable.match(toneMarks)?.length === 1;
const isToneless = (syllable: string) => TONELESS_SYLLABLE.test(syllable);

/** By character, how often each reading stands behind it. */
type Readings = Map<string, Map<string, number>>;

function collect(texts: readonly string[], pattern: RegExp, accepts: (syllable: string) => boolean): Readings {
  const readings: Readings = new Map();
  for (const text of texts) {
    for (const [, character = '', syllable = ''] of text.matchAll(pattern)) {
      if (!accepts(syllable)) continue;
      const counts = readings.get(character) ?? new Map<string, number>();
      readings.set(character, counts.set(syllable, (counts.get(syllable) ?? 0) + 1));
    }
  }
  return readings;
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);
const isTraditional = (character: string) => simplify(character) !== character;

function insertionsOf(readings: Readings): number {
  return sum([...readings.values()].map((counts) => sum(counts.values())));
}

function occurrencesOf(characters: ReadonlyMap<string, unknown>, texts: readonly string[]): number {
  let occurrences = 0;
  for (const text of texts) for (const character of text) if (characters.has(character)) occurrences += 1;
  return occurrences;
}

function isSystematic(readings: Readings): boolean {
  return readings.size >= FEWEST_CHARACTERS && insertionsOf(readings) >= FEWEST_INSERTIONS;
}

/** Whether these annotations were written by a machine: enough of them, on traditional characters, wherever they stand. */
function isDamage(readings: Readings, texts: readonly string[]): boolean {
  if (!isSystematic(readings)) return false;
  const insertions = insertionsOf(readings);
  const traditional = new Map([...readings].filter(([character]) => isTraditional(character)));
  const single = [...readings.values()].filter((counts) => counts.size === 1).length;
  return (
    insertionsOf(traditional) >= SHARE_TRADITIONAL * insertions &&
    single >= SHARE_SINGLE_READING * readings.size &&
    insertions >= SHARE_ANNOTATED * occurrencesOf(readings, texts)
  );
}

/**
 * Character → its inserted reading, for the pairs that are to be stripped; empty when the page is not damaged so.
 * `texts` are those that can hold annotations, `all` those in which the annotated characters occur.
 */
export function learnAnnotations(texts: readonly string[], all: readonly string[]): Map<string, string> {
  const readings = collect(texts, ANNOTATION, isToneMarked);
  const learned = new Map<string, string>();
  if (!isDamage(readings, all)) return learned;
  for (const [character, counts] of readings) {
    if (!isTraditional(character)) continue;
    const [[reading] = ['']] = [...counts].sort(([, a], [, b]) => b - a);
    learned.set(character, reading);
  }
  return learned;
}

export function hasTonelessAnnotations(texts: readonly string[], all: readonly string[]): boolean {
  return isDamage(collect(texts, ANNOTATION, isToneless), all);
}

export function hasDoubledAnnotations(texts: readonly string[]): boolean {
  return isSystematic(collect(texts, DOUBLED_ANNOTATION, (syllable) => isToneMarked(syllable) || isToneless(syllable)));
}

/**
 * Pinyin that a site wrote into the text, `區(qū)`: how it is told from glosses, lessons and abbreviations.
 *
 * Such sites replace every occurrence of a fixed set of characters that exist in traditional script only by the
 * character and one fixed reading. A gloss is made once and of a rare character; a lesson annotates common ones.
 */
import { isToneless, isToneMarked, SYLLABLE } from './pinyin';
import { simplify } from './simplify';

/** The least evidence on which a page is called damaged: insertions, and different characters that carry them. */
const FEWEST_INSERTIONS = 6;
const FEWEST_CHARACTERS = 4;

/** Share of the insertions on characters that conversion changes. */
const SHARE_TRADITIONAL = 0.95;

/** Share of the annotated characters that have one reading only. */
const SHARE_SINGLE_READING = 0.95;

/** Share of the occurrences of the annotated characters that carry the annotation; sites with 73 % were met. */
const SHARE_ANNOTATED = 0.6;

/** The same for one character to be stripped, so that a gloss on a damaged page stays: 鍇(kǎi) once, 鍇 elsewhere. */
const SHARE_OF_CHARACTER = 0.5;

/** A Han character and what may be its reading. */
export const ANNOTATION = new RegExp(`([\\u3400-\\u9fff])\\(${SYLLABLE}\\)`, 'g');

/** `Han(syllable)(syllable)`, twice the same. */
const DOUBLED_ANNOTATION = new RegExp(`${ANNOTATION.source}\\(\\2 ?\\)`, 'g');

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

function occurrencesOf(readings: Readings, texts: readonly string[]): Map<string, number> {
  const occurrences = new Map([...readings.keys()].map((character) => [character, 0]));
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const count = occurrences.get(text.charAt(at));
      if (count !== undefined) occurrences.set(text.charAt(at), count + 1);
    }
  }
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
    insertions >= SHARE_ANNOTATED * sum(occurrencesOf(readings, texts).values())
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
  const occurrences = occurrencesOf(readings, all);
  for (const [character, counts] of readings) {
    const [[reading, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
    if (!isTraditional(character) || count < SHARE_OF_CHARACTER * occurrences.get(character)!) continue;
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

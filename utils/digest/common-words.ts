/** Common words of two to four characters, by which the tagger sees that 高度 is no Mr. Gao. */
import words from './lexica/words.json';
import { NameIndex } from './name-index';

/** Words of two characters are kept by their first character: a row is that character and what follows it in words. */
const PAIR_CAPACITY = 65_536;
const PAIR = 2;

export interface CommonWords {
  /** Length of the longest common word that begins at `start`, or 0. */
  lengthAt(text: string, start: number): number;
}

let loaded: CommonWords | null = null;
let places: CommonWords | null = null;

/** The lexicon of scripts/build-lexica.ts, entered at the first call. */
export function commonWords(): CommonWords {
  loaded ??= read(words.pairs, words.longer);
  return loaded;
}

/** Names of places that are no divisions: rivers, mountains, cities abroad. */
export function placeWords(): CommonWords {
  places ??= readNames(words.places);
  return places;
}

function read(pairs: string, longer: string): CommonWords {
  const pairSet = readPairs(pairs);
  const index = readNames(longer);
  return {
    lengthAt(text, start) {
      const length = index.lengthAt(text, start);
      if (length > 0) return length;
      return start + 1 < text.length && pairSet.has(text.charCodeAt(start), text.charCodeAt(start + 1)) ? PAIR : 0;
    },
  };
}

/** Pairs of characters in an open-addressed table. */
class PairSet {
  readonly #cells = new Uint32Array(PAIR_CAPACITY * 2);
  readonly #mask = this.#cells.length - 1;

  add(first: number, second: number): void {
    const pair = ((first << 16) | second) >>> 0;
    let at = this.#slot(pair);
    while (this.#cells[at]) at = (at + 1) & this.#mask;
    this.#cells[at] = pair;
  }

  has(first: number, second: number): boolean {
    const pair = ((first << 16) | second) >>> 0;
    let at = this.#slot(pair);
    while (this.#cells[at] && this.#cells[at] !== pair) at = (at + 1) & this.#mask;
    return this.#cells[at] === pair;
  }

  #slot(pair: number): number {
    return (Math.imul(pair, 0x9e3779b1) >>> 12) & this.#mask;
  }
}

function readPairs(text: string): PairSet {
  const set = new PairSet();
  let first = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20) first = 0;
    else if (first === 0) first = unit;
    else set.add(first, unit);
  }
  return set;
}

function readNames(text: string): NameIndex {
  const index = new NameIndex(text.length / 2);
  index.open(text);
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf(' ', start);
    const end = next < 0 ? text.length : next;
    index.add(start, end - start, '', 0);
    start = end + 1;
  }
  return index;
}

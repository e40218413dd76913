/** Common words of two to four characters, by which the tagger sees that 高度 is no Mr. Gao. */
import words from './lexica/words.json';
import { NameIndex } from './name-index';

/** Words of two characters are kept by their first character: a row is that character and what follows it in words. */
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
  const seconds = new Map(pairs.split(' ').map((row) => [row.charCodeAt(0), row]));
  const index = readNames(longer);
  return {
    lengthAt(text, start) {
      const length = index.lengthAt(text, start);
      if (length > 0 || start + 1 >= text.length) return length;
      const row = seconds.get(text.charCodeAt(start));
      return row && row.indexOf(text.charAt(start + 1), 1) > 0 ? PAIR : 0;
    },
  };
}

function readNames(text: string): NameIndex {
  const index = new NameIndex(text, text.length / 2);
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf(' ', start);
    const end = next < 0 ? text.length : next;
    index.add(start, end - start);
    start = end + 1;
  }
  return index;
}

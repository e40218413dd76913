/** Where a name that begins at a place ends: the shapes of Chinese names and of transliterated ones. */
import { knownSurnames, surnameLengthAt } from './surnames';
import { titleStartingAt } from './titles';
import { ACTIONS, COMMON_WORDS, DOUBTFUL_IN_GIVEN_NAMES, NOT_IN_GIVEN_NAMES } from './vocabulary';

/** How clearly a name ends: a stop or a title, a word people do, nothing. */
export type Boundary = 'clear' | 'word' | 'none';

export interface NameCandidate {
  end: number;
  boundary: Boundary;
}

/** Times a string of two or three characters that begins with a surname stands in the article. */
export type Counts = ReadonlyMap<string, number>;

const HAN = /^\p{Script=Han}+$/u;
const STOP = /^(?:$|[^\p{Script=Han}·])/u;
/** Given names of one and two characters; four-character names carry two surnames. */
const GIVEN_LENGTHS = [2, 1] as const;
/** Parts of a transliterated name, joined by ·. */
const TRANSLITERATED = /\p{Script=Han}{1,10}(?:·\p{Script=Han}{1,12}){1,5}/uy;
const LONGEST_LAST_PART = 8;

export function boundaryAt(text: string, at: number): Boundary {
  if (STOP.test(text.slice(at, at + 1))) return 'clear';
  if (text.charAt(at) === '等' || titleStartingAt(text, at)) return 'clear';
  return ACTIONS.startingAt(text, at) ? 'word' : 'none';
}

/** Counts of all strings of two to four characters that begin with a surname. */
export function countNames(texts: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      if (surnameLengthAt(text, at) === 0) continue;
      for (const length of [2, 3, 4]) {
        const name = text.slice(at, at + length);
        if (name.length === length) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** The likeliest name that begins at `start`, or null when the characters there make none. */
export function nameAt(text: string, start: number, counts: Counts): NameCandidate | null {
  const transliterated = transliteratedAt(text, start);
  if (transliterated) return transliterated;
  const surnameLength = surnameLengthAt(text, start);
  if (surnameLength === 0) return null;
  if (surnameLength === 1 && COMMON_WORDS.has(text.slice(start, start + 2))) return null;
  const candidates = [marriedAt(text, start), ...GIVEN_LENGTHS.map((length) => plainAt(text, start, surnameLength, length))];
  const possible = candidates.filter((candidate) => candidate !== null);
  return best(text, start, possible, counts);
}

/** A surname of one character that is frequent, or one of two characters. */
export function hasCommonSurname(text: string, start: number): boolean {
  const { common, compound } = knownSurnames();
  return common.has(text.charAt(start)) || compound.has(text.slice(start, start + 2));
}

function plainAt(text: string, start: number, surnameLength: number, givenLength: number): NameCandidate | null {
  const end = start + surnameLength + givenLength;
  const given = text.slice(start + surnameLength, end);
  if (given.length !== givenLength || !HAN.test(given)) return null;
  if ([...given].some((character) => NOT_IN_GIVEN_NAMES.has(character))) return null;
  const boundary = boundaryAt(text, end);
  if (givenLength === 2 && boundary !== 'clear' && DOUBTFUL_IN_GIVEN_NAMES.has(given.charAt(1))) return null;
  return { end, boundary };
}

/** A woman's name behind her husband's surname, as in Hong Kong: 林鄭月娥. */
function marriedAt(text: string, start: number): NameCandidate | null {
  const { common } = knownSurnames();
  if (!common.has(text.charAt(start)) || !common.has(text.charAt(start + 1))) return null;
  const candidate = plainAt(text, start, 2, 2);
  return candidate?.boundary === 'clear' || candidate?.boundary === 'word' ? candidate : null;
}

const RANK: Record<Boundary, number> = { clear: 2, word: 1, none: 0 };

/**
 * The clearest end wins; between equals the longer name. A name of four characters is taken only where those of two
 * and three end in nothing, or where the article repeats it.
 */
function best(text: string, start: number, possible: readonly NameCandidate[], counts: Counts): NameCandidate | null {
  let chosen: NameCandidate | null = null;
  for (const candidate of possible) {
    if (!chosen || RANK[candidate.boundary] > RANK[chosen.boundary]) chosen = candidate;
  }
  if (!chosen || chosen.boundary !== 'none') return chosen;
  const count = (candidate: NameCandidate): number => counts.get(text.slice(start, candidate.end)) ?? 0;
  return possible.find((candidate) => count(candidate) > 1) ?? chosen;
}

function transliteratedAt(text: string, start: number): NameCandidate | null {
  TRANSLITERATED.lastIndex = start;
  const match = TRANSLITERATED.exec(text);
  if (!match) return null;
  const lastPart = start + match[0].lastIndexOf('·') + 1;
  const limit = Math.min(start + match[0].length, lastPart + LONGEST_LAST_PART);
  for (let end = lastPart + 1; end <= limit; end += 1) {
    const boundary = boundaryAt(text, end);
    if (boundary !== 'none') return { end, boundary };
  }
  return null;
}

/** Where a name that begins at a place ends: the shapes of Chinese names and of transliterated ones. */
import { knownSurnames, surnameLengthAt } from './surnames';
import { titleStartingAt } from './titles';
import {
  ACTIONS,
  COMMON_WORDS,
  DOUBTFUL_IN_GIVEN_NAMES,
  NOT_IN_GIVEN_NAMES,
  NOT_LAST_IN_GIVEN_NAMES,
} from './vocabulary';

/** How clearly a name ends: a stop or a title; a word people do; one character that often follows a name; nothing. */
export type Boundary = 'clear' | 'word' | 'character' | 'none';

export interface NameCandidate {
  end: number;
  boundary: Boundary;
}

/** Times a string of two or three characters that begins with a surname stands in the article. */
export type Counts = ReadonlyMap<string, number>;

const HAN = /^\p{Script=Han}+$/u;
const STOP = /^(?:$|[^\p{Script=Han}·A-Za-z-])/u;
/** Given names of one and two characters; four-character names carry two surnames. */
const GIVEN_LENGTHS = [2, 1] as const;
/** As the only character of a given name these count before a stop alone. */
const CONNECTIVES = new Set('和同会来为代向由请因已曾均');
/** A name with a blank inside stands between stops, or behind a title. */
const SPACED = /(?<![^\p{Script=Han}、,。;:()].?)\p{Script=Han} {1,2}\p{Script=Han}(?=[、,。;:()]|等|$)/uy;
/** Parts of a transliterated name, joined by · or a full stop. */
const TRANSLITERATED = /\p{Script=Han}{1,10}(?:[·.]\p{Script=Han}{1,12}){1,5}/uy;
/** 中青报·中青网 and 扬州·广陵区 are no people. */
const NO_FOREIGN_NAME = /[报网社台区县市镇乡村省]/;
const LONGEST_LAST_PART = 8;

export function boundaryAt(text: string, at: number): Boundary {
  if (STOP.test(text.slice(at, at + 1))) return 'clear';
  if (text.charAt(at) === '等' || titleStartingAt(text, at)) return 'clear';
  const action = ACTIONS.startingAt(text, at);
  return action.length > 1 ? 'word' : action ? 'character' : 'none';
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
  const spaced = spacedAt(text, start);
  if (spaced) return spaced;
  if (surnameLength === 1 && COMMON_WORDS.has(text.slice(start, start + 2))) return null;
  if (titleStartingAt(text, start) || titleStartingAt(text, start + surnameLength)) return null;
  const plain = GIVEN_LENGTHS.map((length) => plainAt(text, start, surnameLength, length)).filter(
    (name) => name !== null,
  );
  const married = plain.some(({ boundary }) => boundary !== 'none') ? null : marriedAt(text, start);
  return married ?? best(text, start, plain, counts);
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
  if (NOT_LAST_IN_GIVEN_NAMES.has(given.charAt(givenLength - 1))) return null;
  const boundary = boundaryAt(text, end);
  if (givenLength === 1 && CONNECTIVES.has(given) && !STOP.test(text.charAt(end))) return null;
  return { end, boundary };
}

/** 王　伟: a blank makes a name of two characters as wide as one of three. */
function spacedAt(text: string, start: number): NameCandidate | null {
  SPACED.lastIndex = start;
  const match = SPACED.exec(text);
  return match && hasCommonSurname(text, start) ? { end: start + match[0].length, boundary: 'clear' } : null;
}

/** A woman's name behind her husband's surname, as in Hong Kong: 林鄭月娥. */
function marriedAt(text: string, start: number): NameCandidate | null {
  const { common } = knownSurnames();
  if (!common.has(text.charAt(start)) || !common.has(text.charAt(start + 1))) return null;
  const candidate = plainAt(text, start, 2, 2);
  return candidate?.boundary === 'clear' || candidate?.boundary === 'word' ? candidate : null;
}

const RANK: Record<Boundary, number> = { clear: 6, word: 4, character: 2, none: 0 };

/** The clearest end wins, between equals the longer name; where all end in nothing, the one the article repeats. */
function best(text: string, start: number, possible: readonly NameCandidate[], counts: Counts): NameCandidate | null {
  let chosen: NameCandidate | null = null;
  let highest = -1;
  for (const candidate of possible) {
    const rank = RANK[candidate.boundary] - (isDoubtful(text, start, candidate) ? 1 : 0);
    if (rank > highest) {
      chosen = candidate;
      highest = rank;
    }
  }
  if (chosen?.boundary !== 'none') return chosen;
  const joined = possible.find(({ end }) => isNameBehind(text, end));
  if (joined) return { end: joined.end, boundary: 'word' };
  const count = (candidate: NameCandidate): number => counts.get(text.slice(start, candidate.end)) ?? 0;
  return possible.find((candidate) => count(candidate) > 1) ?? chosen;
}

/** 李小四王小明: another whole name follows without a sign between. */
function isNameBehind(text: string, at: number): boolean {
  if (!hasCommonSurname(text, at) || COMMON_WORDS.has(text.slice(at, at + 2))) return false;
  const next = plainAt(text, at, surnameLengthAt(text, at), 2);
  return next?.boundary === 'clear' || next?.boundary === 'word';
}

/** The last character of a longer name may be a word of its own, unless a stop follows or it repeats the one before. */
function isDoubtful(text: string, start: number, { end, boundary }: NameCandidate): boolean {
  const last = text.charAt(end - 1);
  return end - start > 2 && boundary !== 'clear' && DOUBTFUL_IN_GIVEN_NAMES.has(last) && last !== text.charAt(end - 2);
}

function transliteratedAt(text: string, start: number): NameCandidate | null {
  TRANSLITERATED.lastIndex = start;
  const match = TRANSLITERATED.exec(text);
  if (!match || NO_FOREIGN_NAME.test(match[0]) || holdsTitle(match[0].slice(0, match[0].search(/[·.]/)))) return null;
  const lastPart = start + Math.max(match[0].lastIndexOf('·'), match[0].lastIndexOf('.')) + 1;
  const limit = Math.min(start + match[0].length, lastPart + LONGEST_LAST_PART);
  for (let end = lastPart + 1; end <= limit; end += 1) {
    const boundary = boundaryAt(text, end);
    if (boundary !== 'none') return { end, boundary };
  }
  return null;
}

function holdsTitle(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (titleStartingAt(text, at)) return true;
  return false;
}

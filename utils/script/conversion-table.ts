/**
 * The conversion table in the form that converts fast: one array lookup for most code units, a phrase lookup for the few
 * that can start a phrase. Built once from the generated table, in about two milliseconds.
 */
import { unfoldSign, unpackNumbers } from './packed';
import { CHARACTER_DISTANCES, CHARACTER_STEPS, PHRASES } from './table';

export const UNITS = 0x10000;

/** In `direct`: this unit cannot be replaced by itself alone, look further. */
export const LOOK_FURTHER = 0;

export interface Phrase {
  key: string;
  value: string;
}

export interface ConversionTable {
  /** By code unit: the unit to write, or LOOK_FURTHER. */
  direct: Uint16Array;
  /** By code unit: the unit to write when no phrase starts here, or LOOK_FURTHER for the units that are never alone. */
  single: Uint16Array;
  /** By `pairHash` of two units: whether a phrase may start with them. */
  mayStart: Uint8Array;
  /** By first unit: the phrases, longest first. */
  phrases: Map<number, Phrase[]>;
}

export const pairHash = (first: number, second: number): number => ((first * 31) ^ (second * 7)) & (UNITS - 1);

/** Surrogates, ideographic description characters, compatibility ideographs: first and last unit. */
const NEVER_ALONE = [
  [0xd800, 0xdfff],
  [0x2ff0, 0x2fff],
  [0xf900, 0xfaff],
] as const;

/** `key value|key value` as phrases. */
export function parsePhrases(packed: string): Phrase[] {
  return packed.split('|').map((line) => {
    const [key = '', value = ''] = line.split(' ');
    return { key, value };
  });
}

/** Makes the converter look further where these two units follow each other. */
export function addStart(table: ConversionTable, first: number, second: number): void {
  table.direct[first] = LOOK_FURTHER;
  table.mayStart[pairHash(first, second)] = 1;
}

/** Adds phrases to a table, in place. */
export function addPhrases(table: ConversionTable, phrases: readonly Phrase[]): void {
  for (const phrase of phrases) {
    const first = phrase.key.charCodeAt(0);
    const list = table.phrases.get(first);
    if (list) list.push(phrase);
    else table.phrases.set(first, [phrase]);
    if (phrase.key.length > 1) addStart(table, first, phrase.key.charCodeAt(1));
    else table.direct[first] = table.single[first] = LOOK_FURTHER;
  }
  for (const list of table.phrases.values()) list.sort((a, b) => b.key.length - a.key.length);
}

/** A copy that can take phrases without changing the original. */
export function copyTable(table: ConversionTable): ConversionTable {
  return {
    direct: table.direct.slice(),
    single: table.single.slice(),
    mayStart: table.mayStart.slice(),
    phrases: new Map([...table.phrases].map(([first, phrases]) => [first, [...phrases]])),
  };
}

/** The single code units of the table: `traditional[i]` becomes `simplified[i]`. */
export function characterPairs(): { traditional: Uint16Array; simplified: Uint16Array } {
  const traditional = unpackNumbers(CHARACTER_STEPS);
  const simplified = unpackNumbers(CHARACTER_DISTANCES);
  let unit = 0;
  for (let index = 0; index < traditional.length; index++) {
    unit += traditional[index]!;
    traditional[index] = unit;
    simplified[index] = unit + unfoldSign(simplified[index]!);
  }
  return { traditional, simplified };
}

function buildTable(): ConversionTable {
  const single = new Uint16Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) single[unit] = unit;
  const { traditional, simplified } = characterPairs();
  for (let index = 0; index < traditional.length; index++) single[traditional[index]!] = simplified[index]!;
  for (const [first, last] of NEVER_ALONE) single.fill(LOOK_FURTHER, first, last + 1);
  const table = { direct: single.slice(), single, mayStart: new Uint8Array(UNITS), phrases: new Map() };
  addPhrases(table, parsePhrases(PHRASES));
  return table;
}

let shared: ConversionTable | undefined;

/** The table of plain conversion. Not to be changed: copy it first. */
export function conversionTable(): ConversionTable {
  shared ??= buildTable();
  return shared;
}

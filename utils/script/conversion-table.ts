/**
 * The conversion table in the form that converts fast: one array lookup for most code units, a phrase lookup for the few
 * that can start a phrase. Built once from the generated table, in a few milliseconds.
 */
import { unfoldSign, unpackNumbers } from './packed';
import { CHARACTER_DISTANCES, CHARACTER_STEPS, LONG_CHARACTERS, PHRASES } from './table';

export const UNITS = 0x10000;

/** In the tables of changes: this unit cannot be decided by itself. No change is as large as this. */
export const LOOK_FURTHER = 0x8000;

export interface Phrase {
  key: string;
  value: string;
}

export interface ConversionTable {
  /** By code unit: what to add to it, modulo 65,536, or LOOK_FURTHER. */
  changes: Uint16Array;
  /** Likewise when no phrase starts here; LOOK_FURTHER for the units that are never alone. */
  changesAlone: Uint16Array;
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

/** Makes the converter look further where these two units follow each other. */
export function addStart(table: ConversionTable, first: number, second: number): void {
  table.changes[first] = LOOK_FURTHER;
  table.mayStart[pairHash(first, second)] = 1;
}

/** Adds phrases to a table, in place; of two with the same key the one that was added last holds. */
export function addPhrases(table: ConversionTable, phrases: readonly Phrase[]): void {
  const grown = new Set<Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.key.charCodeAt(0);
    const list = table.phrases.get(first);
    if (list) {
      list.unshift(phrase);
      grown.add(list);
    } else table.phrases.set(first, [phrase]);
    if (phrase.key.length > 1) addStart(table, first, phrase.key.charCodeAt(1));
    else table.changes[first] = table.changesAlone[first] = LOOK_FURTHER;
  }
  for (const list of grown) list.sort((a, b) => b.key.length - a.key.length);
}

/** A copy that can take phrases without changing the original. */
export function copyTable(table: ConversionTable): ConversionTable {
  return {
    changes: table.changes.slice(),
    changesAlone: table.changesAlone.slice(),
    mayStart: table.mayStart.slice(),
    phrases: new Map([...table.phrases].map(([first, phrases]) => [first, [...phrases]])),
  };
}

/** What a unit becomes when it stands alone; itself where that is not for the unit to decide. */
export function simplifyUnit(table: ConversionTable, unit: number): number {
  const change = table.changesAlone[unit]!;
  return change === LOOK_FURTHER ? unit : (unit + change) & (UNITS - 1);
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
  const changesAlone = new Uint16Array(UNITS);
  const { traditional, simplified } = characterPairs();
  for (let index = 0; index < traditional.length; index++) {
    changesAlone[traditional[index]!] = simplified[index]! - traditional[index]!;
  }
  for (const [first, last] of NEVER_ALONE) changesAlone.fill(LOOK_FURTHER, first, last + 1);
  const changes = changesAlone.slice();
  const table: ConversionTable = { changes, changesAlone, mayStart: new Uint8Array(UNITS), phrases: new Map() };
  addPhrases(table, readPhrases(table));
  addPhrases(table, readLongCharacters());
  return table;
}

function readPhrases(table: ConversionTable): Phrase[] {
  return PHRASES.split('|').flatMap((group) => {
    const [pairs = '', ...keys] = group.split(' ');
    const forms = readPairs(pairs);
    return keys.map((key) => {
      let value = '';
      for (const character of key) value += forms.get(character) ?? convertAlone(table, character);
      return { key, value };
    });
  });
}

function convertAlone(table: ConversionTable, character: string): string {
  return character.length > 1 ? character : String.fromCharCode(simplifyUnit(table, character.charCodeAt(0)));
}

function readLongCharacters(): Phrase[] {
  return Array.from(readPairs(LONG_CHARACTERS), ([key, value]) => ({ key, value }));
}

/** Characters that alternate: one, what it becomes, the next … */
function readPairs(text: string): Map<string, string> {
  const characters = [...text];
  const pairs = new Map<string, string>();
  for (let index = 0; index < characters.length; index += 2) pairs.set(characters[index]!, characters[index + 1]!);
  return pairs;
}

let shared: ConversionTable | undefined;

/** The table of plain conversion. Not to be changed: copy it first. */
export function conversionTable(): ConversionTable {
  shared ??= buildTable();
  return shared;
}

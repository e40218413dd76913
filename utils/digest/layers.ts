/**
 * What the tagger looks at: a line as columns of small numbers, one a character, for the character itself, its class, and
 * what surnames, titles, divisions, units and common words say about it.
 */
import { commonWords, placeWords } from './common-words';
import type { PlaceKind } from './digest';
import { type DivisionNames, gazetteer } from './gazetteer';
import { FOREIGN_CHARACTERS, GIVEN_CHARACTERS } from './given-characters';
import { listsIn } from './lists';
import { organisationSuffixes } from './organisations';
import { PLACE_UNITS, VISIT_VERBS, WEAK_UNITS } from './place-units';
import { knownSurnames } from './surnames';
import { isAddress, isEverybody, titleStartingAt } from './titles';
import { ACTIONS } from './vocabulary';
import { WordList } from './word-list';

export const LAYERS = [
  'character',
  'class',
  'surname',
  'division',
  'short_division',
  'title',
  'after_title',
  'before_title',
  'word',
  'word_start',
  'word_end',
  'action',
  'unit',
  'before_unit',
  'visit',
  'given',
  'foreign',
  'place_word',
  'item_before',
  'item_after',
  'list_end',
  'going',
] as const;
export type Layer = (typeof LAYERS)[number];

/** Columns have so many cells more on either side, which stand for what is outside the line. */
export const PADDING = 4;

/** One column a layer, with PADDING on both sides. 0 is "nothing to say". */
export type LayeredLine = Readonly<Record<Layer, Uint16Array>>;

/** Stands for all digits, and for all Latin letters. */
const DIGIT = 0x30;
const LATIN = 0x41;
/** The character beyond the ends of a line. */
const EDGE = 1;
/** How far a title or a unit is felt, in UTF-16 units. */
const TITLE_REACH = 4;
const UNIT_REACH = 9;

const CLASSES: readonly (readonly [characters: string, code: number])[] = [
  ['〇零一二三四五六七八九十百千万亿两', 4],
  ['、/', 5],
  [',', 6],
  ['。;!?:…', 7],
  ['(“《【<[‘', 8],
  [')”》】>]’', 9],
  [' ', 10],
  ['·.', 11],
];
const HAN_CLASS = 1;
const DIGIT_CLASS = 2;
const LATIN_CLASS = 3;
const OTHER_CLASS = 12;
/** From here on classes are signs, which no unit's reach crosses. */
const FIRST_SIGN_CLASS = 5;

const KIND_CODES: Record<PlaceKind, number> = {
  country: 1,
  province: 2,
  prefecture: 3,
  county: 4,
  township: 5,
  village: 6,
  street: 7,
  water: 8,
  landform: 9,
  venue: 10,
  other: 11,
};
const ORGANISATION_UNIT = 12;
const UNIT_CODES = 13;
/** Before the first item of a list and behind the last. */
const NO_ITEM = UNIT_CODES + 1;

const SENTENCE = /[^。;!?]+/g;
/** The verbs of going that are nothing else, as 到 and 在 are. */
const GOING = /来到|走访|参观|察看|查看|前往|深入|走进|抵达|视察|考察|调研|检查|途经|到达|赴/;

const GIVEN_MEMBERS = membersOf(GIVEN_CHARACTERS);
const FOREIGN_MEMBERS = membersOf(FOREIGN_CHARACTERS);
let classes: Uint8Array | null = null;
let unitCodes: Map<string, number> | null = null;
let unitWords: WordList | null = null;
let visitVerbs: WordList | null = null;

/** The columns of a normalised line. */
export function layersOf(text: string): LayeredLine {
  const empty = LAYERS.map((layer) => [layer, new Uint16Array(text.length + 2 * PADDING)] as const);
  const layers = Object.fromEntries(empty) as Record<Layer, Uint16Array>;
  const { full, short } = gazetteer();
  fillCharacters(text, layers.character, layers.class);
  fillSurnames(text, layers.surname);
  fillDivisions(text, full, layers.division);
  fillDivisions(text, short, layers.short_division);
  fillTitles(text, layers.title, layers.after_title, layers.before_title);
  fillWords(text, layers.word, layers.word_start, layers.word_end);
  fillActions(text, layers.action, layers.visit);
  fillMembers(text, GIVEN_MEMBERS, layers.given);
  fillMembers(text, FOREIGN_MEMBERS, layers.foreign);
  fillPlaceWords(text, layers.place_word);
  fillUnits(text, layers.class, layers.unit, layers.before_unit);
  fillLists(text, layers);
  fillGoing(text, layers.going);
  return layers;
}

function classTable(): Uint8Array {
  if (classes) return classes;
  classes = new Uint8Array(0x10000).fill(OTHER_CLASS);
  classes.fill(HAN_CLASS, 0x3400, 0xa000);
  classes.fill(HAN_CLASS, 0xd800, 0xe000);
  classes.fill(HAN_CLASS, 0xf900, 0xfb00);
  classes.fill(DIGIT_CLASS, 0x30, 0x3a);
  classes.fill(LATIN_CLASS, 0x41, 0x5b);
  classes.fill(LATIN_CLASS, 0x61, 0x7b);
  for (const [characters, code] of CLASSES) for (const character of characters) classes[character.charCodeAt(0)] = code;
  return classes;
}

function fillCharacters(text: string, characters: Uint16Array, classOf: Uint16Array): void {
  const table = classTable();
  characters.fill(EDGE);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const code = table[unit] ?? OTHER_CLASS;
    characters[at + PADDING] = code === DIGIT_CLASS ? DIGIT : code === LATIN_CLASS ? LATIN : unit;
    classOf[at + PADDING] = code;
  }
}

function fillSurnames(text: string, out: Uint16Array): void {
  const { common, single, compound } = knownSurnames();
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const code = common.has(character) ? 1 : single.has(character) ? 2 : 0;
    if (!out[at + PADDING]) out[at + PADDING] = code;
    if (at + 1 < text.length && compound.has(text.slice(at, at + 2))) {
      out[at + PADDING] = 3;
      out[at + PADDING + 1] = 4;
    }
  }
}

/** Marks `length` cells as begin, inside, end with a code of their own for each `group`. */
function mark(out: Uint16Array, at: number, length: number, group: number): void {
  for (let index = 0; index < length; index += 1) {
    const position = index === 0 ? 1 : index === length - 1 ? 3 : 2;
    out[at + PADDING + index] = group * 4 + position;
  }
}

function fillDivisions(text: string, names: DivisionNames, out: Uint16Array): void {
  for (let at = 0; at < text.length; at += 1) {
    const length = names.lengthAt(text, at);
    if (length < 2) continue;
    mark(out, at, length, KIND_CODES[names.kindOf(text.slice(at, at + length))]);
    at += length - 1;
  }
}

/** By UTF-16 unit: 1 for the given characters, 2 for all others. */
function membersOf(characters: string): Uint8Array {
  const members = new Uint8Array(0x10000).fill(2);
  for (const character of characters) members[character.charCodeAt(0)] = 1;
  return members;
}

function fillMembers(text: string, members: Uint8Array, out: Uint16Array): void {
  for (let at = 0; at < text.length; at += 1) out[at + PADDING] = members[text.charCodeAt(at)]!;
}

function fillPlaceWords(text: string, out: Uint16Array): void {
  const names = placeWords();
  for (let at = 0; at < text.length; at += 1) {
    const length = names.lengthAt(text, at);
    if (length === 0) continue;
    mark(out, at, length, 1);
    at += length - 1;
  }
}

function fillTitles(text: string, out: Uint16Array, after: Uint16Array, before: Uint16Array): void {
  for (let at = 0; at < text.length; at += 1) {
    const title = titleStartingAt(text, at);
    if (!title) continue;
    const end = at + title.length;
    mark(out, at, title.length, isAddress(title) ? 3 : isEverybody(title) ? 2 : 1);
    for (let step = 0; step < TITLE_REACH; step += 1) {
      after[end + PADDING + step] = step + 1;
      const cell = at + PADDING - 1 - step;
      if (!before[cell]) before[cell] = step + 1;
    }
    at = end - 1;
  }
}

function fillWords(text: string, out: Uint16Array, starts: Uint16Array, ends: Uint16Array): void {
  const words = commonWords();
  let covered = 0;
  for (let at = 0; at < text.length; at += 1) {
    const length = words.lengthAt(text, at);
    if (length === 0) continue;
    starts[at + PADDING] = length;
    const last = at + length - 1 + PADDING;
    if (length > (ends[last] ?? 0)) ends[last] = length;
    if (at < covered) continue;
    mark(out, at, length, Math.min(length, 3));
    covered = at + length;
  }
}

function fillActions(text: string, actions: Uint16Array, visits: Uint16Array): void {
  visitVerbs ??= new WordList(new Set(VISIT_VERBS.split('|')));
  for (let at = 0; at < text.length; at += 1) {
    actions[at + PADDING] = Math.min(ACTIONS.startingAt(text, at).length, 2);
    const verb = visitVerbs.startingAt(text, at).length;
    if (verb > 0) visits[at + verb + PADDING] = Math.min(verb, 2);
  }
}

function units(): { codes: ReadonlyMap<string, number>; words: WordList } {
  unitCodes ??= new Map([
    ...WEAK_UNITS.map(({ unit, kind }): [string, number] => [unit, KIND_CODES[kind]]),
    ...organisationSuffixes().map((suffix): [string, number] => [suffix, ORGANISATION_UNIT]),
    ...PLACE_UNITS.map(({ unit, kind }): [string, number] => [unit, KIND_CODES[kind]]),
  ]);
  unitWords ??= new WordList(unitCodes);
  return { codes: unitCodes, words: unitWords };
}

/** The unit that ends at a character, and before it what unit is ahead and how far. */
function fillUnits(text: string, classOf: Uint16Array, out: Uint16Array, before: Uint16Array): void {
  const { codes, words } = units();
  for (let at = 0; at < text.length; at += 1) {
    const unit = words.startingAt(text, at);
    if (!unit) continue;
    const end = at + unit.length - 1;
    if (out[end + PADDING]) continue;
    const code = codes.get(unit) ?? 0;
    out[end + PADDING] = code;
    for (let distance = 1; distance <= UNIT_REACH && distance <= end; distance += 1) {
      const cell = end - distance + PADDING;
      if (before[cell] || (classOf[cell] ?? 0) >= FIRST_SIGN_CLASS) break;
      before[cell] = distance * UNIT_CODES + code;
    }
  }
}

/** For each character of a list (A、B和C), what unit the item before it ends in, the item after it, and the whole list. */
function fillLists(
  text: string,
  { unit, item_before: before, item_after: after, list_end: common }: LayeredLine,
): void {
  for (const { items, commonUnitAt } of listsIn(text)) {
    const ends = items.map(({ nameEnd }) => (unit[nameEnd - 1 + PADDING] ?? 0) + 1);
    const { codes, words } = units();
    const code = commonUnitAt === null ? 0 : (codes.get(words.startingAt(text, commonUnitAt)) ?? 0);
    items.forEach(({ start, end }, index) => {
      before.fill(ends[index - 1] ?? NO_ITEM, start + PADDING, end + PADDING);
      after.fill(ends[index + 1] ?? NO_ITEM, start + PADDING, end + PADDING);
      if (code) common.fill(code, start + PADDING, end + PADDING);
    });
  }
}

/** 1 behind the first verb of going in a sentence. */
function fillGoing(text: string, out: Uint16Array): void {
  for (const sentence of text.matchAll(SENTENCE)) {
    const verb = GOING.exec(sentence[0]);
    const end = sentence.index + sentence[0].length;
    if (verb) out.fill(1, sentence.index + verb.index + verb[0].length + PADDING, end + PADDING);
  }
}

/** The administrative divisions of China from the province to the township, with countries and regions, by name. */
import type { PlaceKind } from './digest';
import divisions from './lexica/divisions.json';
import regions from './lexica/regions.json';
import { NameIndex } from './name-index';
import { normalise } from './normalise';

export interface Division {
  /** Official simplified name. */
  name: string;
  kind: PlaceKind;
  /** GB/T 2260 code of 6 digits, 9 for townships; null outside the mainland. */
  code: string | null;
  parent: Division | null;
}

/** Names that are asked which of them begins at a place of a text, and what divisions they name. */
export interface DivisionNames {
  get(name: string): readonly Division[];
  /** The longest name that begins at `start`, or ''. */
  startingAt(text: string, start: number): string;
  /** As `startingAt`, its length alone; 0 when there is none. */
  lengthAt(text: string, start: number): number;
  /** The kind of the division entered first under the name. */
  kindOf(name: string): PlaceKind;
}

export interface Gazetteer {
  /** Divisions by normalised full name. */
  full: DivisionNames;
  /** Divisions above the township, and the townships of Taiwan, by normalised name without unit: 扬州, 广陵, 朴子. */
  short: DivisionNames;
}

/** GB/T 2260: townships with a number below these are 街道, 镇 and 乡; see scripts/build-lexica.ts. */
const FIRST_TOWN = 100;
const FIRST_RURAL_TOWNSHIP = 200;
/** More than all names of the lexicon, and than all short ones. */
const CAPACITY = 65_536;
const SHORT_CAPACITY = 8192;
/** What the lexicon's text leaves out at the end of a name: the unit of a township, and that of 香港特区. */
const ENDINGS = ['', '街道', '镇', '乡', '特区'];
const SPECIAL_REGION = 4;
/** Ends the name of a township that is complete as it stands. */
const COMPLETE = 0x21;

const PEOPLES =
  '蒙古|维吾尔|哈萨克|柯尔克孜|乌孜别克|塔吉克|俄罗斯|塔塔尔|锡伯|达斡尔|鄂温克|鄂伦春|朝鲜|布依|土家|哈尼|傈僳|拉祜|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|普米|德昂|保安|裕固|独龙|门巴|珞巴|基诺|高山|赫哲|各|回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|怒|京';
/** The unit of a name; an autonomous unit takes the names of its peoples with it. */
const UNIT = new RegExp(
  `(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|(?:(?:${PEOPLES})族?)*自治[州县旗]|省|市|地区|林区|特区|新区|盟|县|区|[前后左右中]?旗)$`,
);

/** The last two characters of a name whose unit is the last one alone: what most names end in, told at once. */
const SHORT_UNIT = /.[省市盟]|[^治]县|[^治地林特新政]区/;

/** Digits of the code of a county, and of what a township adds to it. */
const CODE_LENGTH = 6;
const TOWNSHIP_CODE_LENGTH = 3;
const NONE = -1;

let loaded: Gazetteer | null = null;

/** The gazetteer. The first call enters the names; divisions are made when they are asked for. */
export function gazetteer(): Gazetteer {
  loaded ??= read();
  return loaded;
}

/** Names from the outermost division to this one. */
export function chainOf(division: Division): string[] {
  const chain: string[] = [];
  for (let at: Division | null = division; at; at = at.parent) chain.unshift(at.name);
  return chain;
}

/** Whether `inner` lies in `outer`, or is it. */
export function liesIn(inner: Division, outer: Division): boolean {
  for (let at: Division | null = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** A name without the unit of its division; '' when one character or none is left. */
export function withoutUnit(name: string): string {
  const stem = SHORT_UNIT.test(name.slice(-2)) ? name.slice(0, -1) : name.replace(UNIT, '');
  return stem.length >= 2 && stem !== name ? stem : '';
}

/** The kinds of divisions, by which the table knows them. */
const KINDS = ['country', 'province', 'prefecture', 'county', 'township', 'other'] as const;
const COUNTRY = 0;
const PROVINCE = 1;
const PREFECTURE = 2;
const COUNTY = 3;
const TOWNSHIP = 4;
const OTHER = 5;

/** The divisions as they are read: one number a division, its parts in columns. Divisions are made when asked for. */
class Table {
  readonly full: NameIndex;
  readonly #kinds = new Uint8Array(CAPACITY);
  /** Codes of the mainland: 2, 4 or 6 digits, or the last three of nine; 0 elsewhere. */
  readonly #codes = new Int32Array(CAPACITY);
  readonly #parents = new Int32Array(CAPACITY);
  readonly #made = new Map<number, Division>();
  readonly short: NameIndex;
  /** By the number of a short name, and of another full name, that of its division. */
  readonly #shortNames: number[] = [];
  readonly #aliases = new Map<number, number>();

  /** Names stand in `text`. */
  constructor(text: string) {
    this.full = new NameIndex(text, CAPACITY, ENDINGS);
    this.short = new NameIndex(text, SHORT_CAPACITY);
  }

  /** Enters a division and returns its number. `parent` is NONE or a number returned before. */
  add(start: number, length: number, ending: number, kind: number, code: number, parent: number): number {
    const id = this.full.add(start, length, ending);
    this.#kinds[id] = kind;
    this.#codes[id] = code;
    this.#parents[id] = parent;
    return id;
  }

  /** Enters a division under a name without its unit: the first `length` UTF-16 units at `start`. */
  addShort(id: number, start: number, length: number): void {
    this.short.add(start, length);
    this.#shortNames.push(id);
  }

  /** Enters a division under another full name. */
  addAlias(id: number, start: number, length: number, ending: number): void {
    this.#aliases.set(this.full.add(start, length, ending), id);
  }

  divisionOfFull(number: number): number {
    return this.#aliases.get(number) ?? number;
  }

  divisionOfShort(number: number): number {
    return this.#shortNames[number] ?? NONE;
  }

  kind(id: number): PlaceKind {
    return KINDS[this.#kinds[id]!] ?? 'other';
  }

  division(id: number): Division {
    const made = this.#made.get(id);
    if (made) return made;
    const parent = this.#parents[id]!;
    const division: Division = {
      name: this.full.nameOf(id),
      kind: this.kind(id),
      code: this.#fullCode(id) || null,
      parent: parent === NONE ? null : this.division(parent),
    };
    this.#made.set(id, division);
    return division;
  }

  #fullCode(id: number): string {
    const code = this.#codes[id]!;
    if (code === 0) return '';
    if (this.#kinds[id] !== TOWNSHIP) return String(code).padEnd(CODE_LENGTH, '0');
    return this.#fullCode(this.#parents[id]!) + String(code).padStart(TOWNSHIP_CODE_LENGTH, '0');
  }
}

/** A stretch of the lexicon's text, in UTF-16 units. */
interface Section {
  from: number;
  to: number;
}

function read(): Gazetteer {
  const texts = [divisions.mainland, divisions.outside, `台湾 ${normalise(regions.countries)}`, regions.regions];
  const text = texts.join('\n');
  const table = new Table(text);
  let from = 0;
  const [mainland, outside, countries, others] = texts.map(({ length }): Section => {
    const section = { from, to: from + length };
    from = section.to + 1;
    return section;
  }) as [Section, Section, Section, Section];
  readMainland(table, text, mainland);
  readOutside(table, text, outside);
  // 台湾 is no row among its counties: they stand without a province above them.
  const taiwan = { from: countries.from, to: countries.from + 2 };
  readNames(table, text, taiwan, PROVINCE);
  readNames(table, text, { from: taiwan.to + 1, to: countries.to }, COUNTRY);
  readNames(table, text, others, OTHER);
  return {
    full: namesOf(table, table.full, (number) => table.divisionOfFull(number)),
    short: namesOf(table, table.short, (number) => table.divisionOfShort(number)),
  };
}

/** `divisionOf` turns a number of the index into that of its division. */
function namesOf(table: Table, index: NameIndex, divisionOf: (number: number) => number): DivisionNames {
  return {
    get: (name) => index.numbersOf(name).map((number) => table.division(divisionOf(number))),
    startingAt: (text, start) => index.startingAt(text, start),
    lengthAt: (text, start) => index.lengthAt(text, start),
    kindOf: (name) => table.kind(divisionOf(index.numbersOf(name)[0] ?? NONE)),
  };
}

/** Rows as scripts/build-lexica.ts writes them, read where they stand. */
function readMainland(table: Table, text: string, { from, to }: Section): void {
  const byCode = new Map<number, number>();
  for (let row = from; row < to; ) {
    const rowEnd = endAt(text, '\n', row, to);
    const nameStart = skipDigits(text, row);
    const nameEnd = endAt(text, ' ', nameStart, rowEnd);
    const digits = nameStart - row;
    const code = numberAt(text, row, nameStart);
    const kind = digits === 2 ? PROVINCE : digits === 4 ? PREFECTURE : COUNTY;
    const inPrefecture = digits === CODE_LENGTH ? byCode.get(Math.floor(code / 100)) : undefined;
    const parent = inPrefecture ?? (digits === 2 ? NONE : (byCode.get(Math.floor(code / 10 ** (digits - 2))) ?? NONE));
    const id = addWithShort(table, text, nameStart, nameEnd, kind, code, parent);
    byCode.set(code, id);
    readTownships(table, text, { from: nameEnd + 1, to: rowEnd }, id);
    row = rowEnd + 1;
  }
}

function readTownships(table: Table, text: string, { from, to }: Section, parent: number): void {
  let previous = 0;
  for (let at = from; at < to; ) {
    const end = endAt(text, ' ', at, to);
    const start = skipDigits(text, at);
    const number = start === at ? previous + 1 : numberAt(text, at, start);
    const isComplete = text.charCodeAt(end - 1) === COMPLETE;
    const ending = isComplete ? 0 : number < FIRST_TOWN ? 1 : number < FIRST_RURAL_TOWNSHIP ? 2 : 3;
    table.add(start, end - start - (isComplete ? 1 : 0), ending, TOWNSHIP, number, parent);
    previous = number;
    at = end + 1;
  }
}

/** Enters a name of the text, and the same without its unit. */
function addWithShort(
  table: Table,
  text: string,
  start: number,
  end: number,
  kind: number,
  code: number,
  parent: number,
): number {
  const name = text.slice(start, end);
  const id = table.add(start, end - start, 0, kind, code, parent);
  const stem = withoutUnit(name);
  if (stem) table.addShort(id, start, stem.length);
  if (name.endsWith('特别行政区')) table.addAlias(id, start, stem.length, SPECIAL_REGION);
  return id;
}

/** The next place of a sign, but not beyond `limit`. */
function endAt(text: string, stop: string, from: number, limit: number): number {
  const code = stop.charCodeAt(0);
  let at = from;
  while (at < limit && text.charCodeAt(at) !== code) at += 1;
  return at;
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at += 1;
  return at;
}

function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - 0x30;
  return number;
}

function readNames(table: Table, text: string, { from, to }: Section, kind: number): void {
  for (let start = from; start < to; ) {
    const end = endAt(text, ' ', start, to);
    addWithShort(table, text, start, end, kind, 0, NONE);
    start = end + 1;
  }
}

/** One row a county: its name, then the names in it. */
function readOutside(table: Table, text: string, { from, to }: Section): void {
  for (let row = from; row < to; ) {
    const rowEnd = endAt(text, '\n', row, to);
    const nameEnd = endAt(text, ' ', row, rowEnd);
    const county = addWithShort(table, text, row, nameEnd, outerKind(text.slice(row, nameEnd)), 0, NONE);
    for (let start = nameEnd + 1; start < rowEnd; ) {
      const end = endAt(text, ' ', start, rowEnd);
      if (text.charAt(end - 1) === '区') addWithShort(table, text, start, end, COUNTY, 0, county);
      else addTownshipWithShort(table, start, end, county);
      start = end + 1;
    }
    row = rowEnd + 1;
  }
}

/** The unit of a township outside the mainland is one character: 朴子市, 太麻里乡. */
function addTownshipWithShort(table: Table, start: number, end: number, county: number): void {
  const id = table.add(start, end - start, 0, TOWNSHIP, 0, county);
  if (end - start > 2) table.addShort(id, start, end - start - 1);
}

function outerKind(name: string): number {
  if (name.endsWith('特别行政区')) return PROVINCE;
  return name.endsWith('市') ? PREFECTURE : COUNTY;
}

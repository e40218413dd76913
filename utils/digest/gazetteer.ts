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
  /** The kind of the division entered first under the name at `start`. */
  kindAt(text: string, start: number, length: number): PlaceKind;
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
/** More than all names of the lexicon, full and short. */
const CAPACITY = 65_536;
const SHORT_CAPACITY = 8192;
/** Ends the name of a township that is complete as it stands. */
const COMPLETE = 0x21;

const PEOPLES =
  '蒙古|维吾尔|哈萨克|柯尔克孜|乌孜别克|塔吉克|俄罗斯|塔塔尔|锡伯|达斡尔|鄂温克|鄂伦春|朝鲜|布依|土家|哈尼|傈僳|拉祜|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|普米|德昂|保安|裕固|独龙|门巴|珞巴|基诺|高山|赫哲|各|回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|怒|京';
/** The unit of a name; an autonomous unit takes the names of its peoples with it. */
const UNIT = new RegExp(
  `(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|(?:(?:${PEOPLES})族?)*自治[州县旗]|省|市|地区|林区|特区|新区|盟|县|区|[前后左右中]?旗)$`,
);

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
  const stem = name.replace(UNIT, '');
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

/** The table of divisions as it is read: one number a division, its parts in columns. Strings are made when asked for. */
class Table {
  readonly full = new NameIndex(CAPACITY);
  readonly short = new NameIndex(SHORT_CAPACITY);
  readonly #sources: string[] = [];
  readonly #source = new Uint8Array(CAPACITY);
  readonly #start = new Int32Array(CAPACITY);
  readonly #length = new Uint8Array(CAPACITY);
  readonly #suffix: string[] = [];
  readonly #kind = new Uint8Array(CAPACITY);
  /** Codes of the mainland: 2, 4 or 6 digits, or the last three of nine; 0 elsewhere. */
  readonly #code = new Int32Array(CAPACITY);
  readonly #parent = new Int32Array(CAPACITY);
  readonly #made = new Map<number, Division>();
  #size = 0;

  /** Names that are added stand in this text from now on. */
  open(source: string): void {
    this.#sources.push(source);
    this.full.open(source);
    this.short.open(source);
  }

  /** Enters a division of the text opened last and returns its number. `parent` is NONE or a number returned before. */
  add(start: number, length: number, suffix: string, kind: number, code: number, parent: number): number {
    const id = this.#size;
    this.#size += 1;
    this.#source[id] = this.#sources.length - 1;
    this.#start[id] = start;
    this.#length[id] = length;
    this.#suffix.push(suffix);
    this.#kind[id] = kind;
    this.#code[id] = code;
    this.#parent[id] = parent;
    this.full.add(start, length, suffix, id);
    if (kind !== TOWNSHIP) this.#addShort(id, start);
    return id;
  }

  #addShort(id: number, start: number): void {
    const name = this.#name(id);
    const stem = withoutUnit(name);
    if (stem) this.short.add(start, stem.length, '', id);
    if (name.endsWith('特别行政区')) this.full.add(start, stem.length, '特区', id);
  }

  /** Enters a division whose unit is one character under its name without it: 朴子 for 朴子市. */
  addStem(id: number): void {
    const length = this.#length[id]! - 1;
    if (length >= 2) this.short.add(this.#start[id]!, length, '', id);
  }

  #name(id: number): string {
    const start = this.#start[id]!;
    return this.#sources[this.#source[id]!]!.slice(start, start + this.#length[id]!) + this.#suffix[id]!;
  }

  kind(id: number): PlaceKind {
    return KINDS[this.#kind[id]!] ?? 'other';
  }

  division(id: number): Division {
    const made = this.#made.get(id);
    if (made) return made;
    const parent = this.#parent[id]!;
    const division: Division = {
      name: this.#name(id),
      kind: this.kind(id),
      code: this.#fullCode(id) || null,
      parent: parent === NONE ? null : this.division(parent),
    };
    this.#made.set(id, division);
    return division;
  }

  #fullCode(id: number): string {
    const code = this.#code[id]!;
    if (code === 0) return '';
    if (this.#kind[id] !== TOWNSHIP) return String(code).padEnd(CODE_LENGTH, '0');
    return this.#fullCode(this.#parent[id]!) + String(code).padStart(TOWNSHIP_CODE_LENGTH, '0');
  }
}

function read(): Gazetteer {
  const table = new Table();
  readMainland(table, divisions.mainland);
  readOutside(table, divisions.outside);
  readWords(table, normalise(regions.countries), COUNTRY);
  readWords(table, regions.regions, OTHER);
  return { full: namesOf(table, table.full), short: namesOf(table, table.short) };
}

function namesOf(table: Table, index: NameIndex): DivisionNames {
  return {
    get: (name) => index.valuesAt(name, 0, name.length).map((id) => table.division(id)),
    startingAt: (text, start) => index.startingAt(text, start),
    lengthAt: (text, start) => index.lengthAt(text, start),
    kindAt: (text, start, length) => table.kind(index.valuesAt(text, start, length)[0] ?? NONE),
  };
}

/** Rows as scripts/build-lexica.ts writes them, read where they stand. */
function readMainland(table: Table, text: string): void {
  table.open(text);
  const byCode = new Map<number, number>();
  for (let row = 0; row < text.length; ) {
    const rowEnd = endAt(text, '\n', row, text.length);
    const nameStart = skipDigits(text, row);
    const nameEnd = endAt(text, ' ', nameStart, rowEnd);
    const digits = nameStart - row;
    const code = numberAt(text, row, nameStart);
    const kind = digits === 2 ? PROVINCE : digits === 4 ? PREFECTURE : COUNTY;
    const inPrefecture = digits === CODE_LENGTH ? byCode.get(Math.floor(code / 100)) : undefined;
    const parent = inPrefecture ?? (digits === 2 ? NONE : (byCode.get(Math.floor(code / 10 ** (digits - 2))) ?? NONE));
    const id = table.add(nameStart, nameEnd - nameStart, '', kind, code, parent);
    byCode.set(code, id);
    readTownships(table, text, nameEnd + 1, rowEnd, id);
    row = rowEnd + 1;
  }
}

function readTownships(table: Table, text: string, from: number, to: number, parent: number): void {
  let previous = 0;
  for (let at = from; at < to; ) {
    const end = endAt(text, ' ', at, to);
    const start = skipDigits(text, at);
    const number = start === at ? previous + 1 : numberAt(text, at, start);
    const isComplete = text.charCodeAt(end - 1) === COMPLETE;
    table.add(
      start,
      end - start - (isComplete ? 1 : 0),
      isComplete ? '' : townshipUnit(number),
      TOWNSHIP,
      number,
      parent,
    );
    previous = number;
    at = end + 1;
  }
}

function townshipUnit(number: number): string {
  if (number < FIRST_TOWN) return '街道';
  return number < FIRST_RURAL_TOWNSHIP ? '镇' : '乡';
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

function readWords(table: Table, text: string, kind: number): void {
  table.open(text);
  for (let start = 0; start < text.length; ) {
    const end = endAt(text, ' ', start, text.length);
    table.add(start, end - start, '', kind, 0, NONE);
    start = end + 1;
  }
}

/** One row a county: its name, then the names in it. 台湾 is no row; its counties stand without a province above them. */
function readOutside(table: Table, text: string): void {
  readWords(table, '台湾', PROVINCE);
  table.open(text);
  for (let row = 0; row < text.length; ) {
    const rowEnd = endAt(text, '\n', row, text.length);
    let parent = NONE;
    for (let start = row; start < rowEnd; ) {
      const end = endAt(text, ' ', start, rowEnd);
      const kind =
        parent === NONE ? outerKind(text.slice(start, end)) : text.charAt(end - 1) === '区' ? COUNTY : TOWNSHIP;
      const id = table.add(start, end - start, '', kind, 0, parent);
      if (parent === NONE) parent = id;
      else if (kind === TOWNSHIP) table.addStem(id);
      start = end + 1;
    }
    row = rowEnd + 1;
  }
}

function outerKind(name: string): number {
  if (name.endsWith('特别行政区')) return PROVINCE;
  return name.endsWith('市') ? PREFECTURE : COUNTY;
}

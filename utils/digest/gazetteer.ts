/** The administrative divisions of China from the province to the township, with countries and regions, by name. */
import type { PlaceKind } from './digest';
import divisions from './lexica/divisions.json';
import regions from './lexica/regions.json';
import { NameIndex, type NamePiece } from './name-index';
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
  /** Divisions above the township by normalised name without its unit: 扬州, 广陵, 彰化. */
  short: DivisionNames;
}

/** Unit of the townships with a number below the first entry; see scripts/build-lexica.ts. */
const TOWNSHIP_UNITS: readonly (readonly [below: number, unit: string])[] = [
  [100, '街道'],
  [200, '镇'],
  [300, '乡'],
];
/** More than all names of the lexicon, full and short. */
const CAPACITY = 65_536;
const SHORT_CAPACITY = 8192;
/** Ends the name of a township that is complete as it stands. */
const COMPLETE = '!';

const PEOPLES =
  '蒙古|维吾尔|哈萨克|柯尔克孜|乌孜别克|塔吉克|俄罗斯|塔塔尔|锡伯|达斡尔|鄂温克|鄂伦春|朝鲜|布依|土家|哈尼|傈僳|拉祜|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|普米|德昂|保安|裕固|独龙|门巴|珞巴|基诺|高山|赫哲|各|回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|怒|京';
/** The unit of a name; an autonomous unit takes the names of its peoples with it. */
const UNIT = new RegExp(
  `(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|(?:(?:${PEOPLES})族?)*自治[州县旗]|省|市|地区|林区|特区|新区|盟|县|区|[前后左右中]?旗)$`,
);

const PREFECTURE_CODE_LENGTH = 4;
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

/** The table of divisions as it is read: one number a division, its parts in columns. */
class Table {
  readonly full = new NameIndex(CAPACITY);
  readonly short = new NameIndex(SHORT_CAPACITY);
  readonly #pieces: NamePiece[] = [];
  readonly #kinds: PlaceKind[] = [];
  readonly #codes: string[] = [];
  readonly #parents: number[] = [];
  readonly #made = new Map<number, Division>();

  /** Enters a division and returns its number. `parent` is NONE or a number returned before. */
  add(piece: NamePiece, kind: PlaceKind, code: string, parent: number): number {
    const id = this.#pieces.push(piece) - 1;
    this.#kinds.push(kind);
    this.#codes.push(code);
    this.#parents.push(parent);
    this.full.add(piece, id);
    if (kind !== 'township') {
      const name = nameOf(piece);
      const stem = withoutUnit(name);
      const stemPiece = { ...piece, length: stem.length };
      if (stem) this.short.add(stemPiece, id);
      if (name.endsWith('特别行政区')) this.full.add({ ...stemPiece, suffix: '特区' }, id);
    }
    return id;
  }

  kind(id: number): PlaceKind {
    return this.#kinds[id] ?? 'other';
  }

  division(id: number): Division {
    const made = this.#made.get(id);
    if (made) return made;
    const parent = this.#parents[id] ?? NONE;
    const piece = this.#pieces[id];
    const division: Division = {
      name: piece ? nameOf(piece) : '',
      kind: this.kind(id),
      code: this.#codes[id] || null,
      parent: parent === NONE ? null : this.division(parent),
    };
    this.#made.set(id, division);
    return division;
  }
}

const nameOf = ({ source, start, length, suffix }: NamePiece): string => source.slice(start, start + length) + suffix;

function read(): Gazetteer {
  const table = new Table();
  readMainland(table, divisions.mainland);
  readOutside(table, divisions.outside);
  const countries = normalise(regions.countries);
  for (const piece of piecesOf(countries, 0, countries.length)) table.add(piece, 'country', '', NONE);
  for (const piece of piecesOf(regions.regions, 0, regions.regions.length)) table.add(piece, 'other', '', NONE);
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
  const byCode = new Map<string, number>();
  for (let row = 0; row < text.length; ) {
    const rowEnd = endAt(text, '\n', row, text.length);
    const nameStart = skipDigits(text, row);
    const nameEnd = endAt(text, ' ', nameStart, rowEnd);
    const code = text.slice(row, nameStart);
    const kind = code.length === 2 ? 'province' : code.length === PREFECTURE_CODE_LENGTH ? 'prefecture' : 'county';
    const parent = byCode.get(code.slice(0, PREFECTURE_CODE_LENGTH)) ?? byCode.get(code.slice(0, 2)) ?? NONE;
    const piece = { source: text, start: nameStart, length: nameEnd - nameStart, suffix: '' };
    const id = table.add(piece, kind, code.padEnd(6, '0'), parent);
    byCode.set(code, id);
    readTownships(table, text, nameEnd + 1, rowEnd, code, id);
    row = rowEnd + 1;
  }
}

function readTownships(table: Table, text: string, from: number, to: number, county: string, parent: number): void {
  let previous = 0;
  for (let at = from; at < to; ) {
    const end = endAt(text, ' ', at, to);
    const start = skipDigits(text, at);
    const number = start === at ? previous + 1 : Number(text.slice(at, start));
    const isComplete = text.charAt(end - 1) === COMPLETE;
    const suffix = isComplete ? '' : (TOWNSHIP_UNITS.find(([below]) => number < below)?.[1] ?? '');
    const piece = { source: text, start, length: end - start - (isComplete ? 1 : 0), suffix };
    table.add(piece, 'township', `${county}${String(number).padStart(3, '0')}`, parent);
    previous = number;
    at = end + 1;
  }
}

function endAt(text: string, stop: string, from: number, limit: number): number {
  const found = text.indexOf(stop, from);
  return found < 0 || found > limit ? limit : found;
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at += 1;
  return at;
}

/** Words between blanks. */
function* piecesOf(source: string, from: number, to: number): Generator<NamePiece> {
  for (let start = from; start < to; ) {
    const end = endAt(source, ' ', start, to);
    yield { source, start, length: end - start, suffix: '' };
    start = end + 1;
  }
}

/** 台湾 is no row of the table of counties; its counties stand without a province above them. */
const TAIWAN = '台湾';

/** One row a county: its name, then the names in it. */
function readOutside(table: Table, text: string): void {
  table.add({ source: TAIWAN, start: 0, length: TAIWAN.length, suffix: '' }, 'province', '', NONE);
  for (let row = 0; row < text.length; ) {
    const rowEnd = endAt(text, '\n', row, text.length);
    let parent = NONE;
    for (const piece of piecesOf(text, row, rowEnd)) {
      const unit = text.charAt(piece.start + piece.length - 1);
      const isOuter = parent === NONE;
      const id = table.add(
        piece,
        isOuter ? outerKind(nameOf(piece)) : unit === '区' ? 'county' : 'township',
        '',
        parent,
      );
      if (isOuter) parent = id;
    }
    row = rowEnd + 1;
  }
}

function outerKind(name: string): PlaceKind {
  if (name.endsWith('特别行政区')) return 'province';
  return name.endsWith('市') ? 'prefecture' : 'county';
}

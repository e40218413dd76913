/** The administrative divisions of China from the province to the township, with countries and regions, by name. */
import type { PlaceKind } from './digest';
import divisions from './lexica/divisions.json';
import regions from './lexica/regions.json';
import { normalise } from './normalise';
import { WordList } from './word-list';

export interface Division {
  /** Official simplified name. */
  name: string;
  kind: PlaceKind;
  /** GB/T 2260 code of 6 digits, 9 for townships; null outside the mainland. */
  code: string | null;
  parent: Division | null;
}

export interface Gazetteer {
  /** Divisions by normalised full name. */
  full: ReadonlyMap<string, readonly Division[]>;
  /** Divisions above the township by normalised name without its unit: 扬州, 广陵, 彰化. */
  short: ReadonlyMap<string, readonly Division[]>;
  fullNames: WordList;
  shortNames: WordList;
}

/** Unit of the townships with a number below the first entry; see scripts/build-lexica.ts. */
const TOWNSHIP_UNITS: readonly (readonly [below: number, unit: string])[] = [
  [100, '街道'],
  [200, '镇'],
  [300, '乡'],
];
const BATCH = 500;
const MAINLAND_ROW = /^(\d{2,6})(\S+)(?: (.*))?$/;
const TOWNSHIP = /^(\d*)(.+?)(!?)$/;

const PEOPLES =
  '蒙古|维吾尔|哈萨克|柯尔克孜|乌孜别克|塔吉克|俄罗斯|塔塔尔|锡伯|达斡尔|鄂温克|鄂伦春|朝鲜|布依|土家|哈尼|傈僳|拉祜|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|普米|德昂|保安|裕固|独龙|门巴|珞巴|基诺|高山|赫哲|各|回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|怒|京';
/** The unit of a name; an autonomous unit takes the names of its peoples with it. */
const UNIT = new RegExp(
  `(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|(?:(?:${PEOPLES})族?)*自治[州县旗]|省|市|地区|林区|特区|新区|盟|县|区|[前后左右中]?旗)$`,
);

/** 台湾 is no row of the table of counties; its counties stand without a province above them. */
const TAIWAN: Division = { name: '台湾', kind: 'province', code: null, parent: null };

let loaded: Gazetteer | null = null;

/** The gazetteer, built from the lexicon at the first call. */
export function gazetteer(): Gazetteer {
  loaded ??= build([...mainland(), ...outside(), ...worldwide()]);
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

function mainland(): Division[] {
  const byCode = new Map<string, Division>();
  const all: Division[] = [];
  for (const row of divisions.mainland.split('\n')) {
    const [, code = '', name = '', townships = ''] = MAINLAND_ROW.exec(row) ?? [];
    const kind = code.length === 2 ? 'province' : code.length === 4 ? 'prefecture' : 'county';
    const parent = byCode.get(code.slice(0, 4)) ?? byCode.get(code.slice(0, 2)) ?? null;
    const division: Division = { name, kind, code: code.padEnd(6, '0'), parent };
    byCode.set(code, division);
    all.push(division);
    addTownships(townships, division, all);
  }
  return all;
}

function addTownships(text: string, county: Division, all: Division[]): void {
  let previous = 0;
  if (text === '') return;
  for (const entry of text.split(' ')) {
    const [, digits = '', stem = '', complete = ''] = TOWNSHIP.exec(entry) ?? [];
    const number = digits === '' ? previous + 1 : Number(digits);
    const unit = complete ? '' : (TOWNSHIP_UNITS.find(([below]) => number < below)?.[1] ?? '');
    all.push({
      name: stem + unit,
      kind: 'township',
      code: `${county.code}${String(number).padStart(3, '0')}`,
      parent: county,
    });
    previous = number;
  }
}

function outside(): Division[] {
  const all: Division[] = [TAIWAN];
  for (const row of divisions.outside.split('\n')) {
    const [outer = '', ...inner] = row.split(' ');
    const kind = outer.endsWith('特别行政区') ? 'province' : outer.endsWith('市') ? 'prefecture' : 'county';
    const parent: Division = { name: outer, kind, code: null, parent: null };
    all.push(parent);
    for (const name of inner) all.push({ name, kind: name.endsWith('区') ? 'county' : 'township', code: null, parent });
  }
  return all;
}

function worldwide(): Division[] {
  const named = (names: string, kind: PlaceKind): Division[] =>
    names.split(' ').map((name) => ({ name, kind, code: null, parent: null }));
  return [...named(regions.countries, 'country'), ...named(regions.regions, 'other')];
}

function build(all: readonly Division[]): Gazetteer {
  const keys = normalisedNames(all);
  const full = new Map<string, Division[]>();
  const short = new Map<string, Division[]>();
  for (const [index, division] of all.entries()) {
    const key = keys[index] ?? division.name;
    append(full, key, division);
    if (division.kind === 'township') continue;
    const stem = withoutUnit(key);
    if (stem) append(short, stem, division);
    if (key.endsWith('特别行政区')) append(full, `${stem}特区`, division);
  }
  return { full, short, fullNames: new WordList(full), shortNames: new WordList(short) };
}

/** Normalised by the batch: one call on many names costs less than many calls. */
function normalisedNames(all: readonly Division[]): string[] {
  const keys: string[] = [];
  for (let from = 0; from < all.length; from += BATCH) {
    const names = all.slice(from, from + BATCH).map(({ name }) => name);
    keys.push(...normalise(names.join('\n')).split('\n'));
  }
  return keys;
}

function append(map: Map<string, Division[]>, key: string, division: Division): void {
  const list = map.get(key);
  if (list) list.push(division);
  else map.set(key, [division]);
}

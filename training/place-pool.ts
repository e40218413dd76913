/** Names of divisions by their unit, from which augmentation takes other places. */
import divisions from '../utils/digest/lexica/divisions.json';
import { AMBIGUOUS_SHORT } from '../utils/digest/place-words';

const LONGEST_SHORT = 3;

/** Keys: the unit (`县`), `short N` for names of N characters without a unit, `stem` for stems of townships. */
export function placePool(): Map<string, string[]> {
  const pool = new Map<string, string[]>();
  const add = (key: string, name: string): void => {
    const names = pool.get(key);
    if (names) names.push(name);
    else pool.set(key, [name]);
  };
  for (const row of divisions.mainland.split('\n')) {
    const [head = '', ...townships] = row.split(' ');
    addDivision(head.replace(/^\d+/, ''), add);
    for (const entry of townships) addTownship(entry, add);
  }
  for (const name of divisions.outside.split(/[\n ]/)) addDivision(name, add);
  return pool;
}

function addDivision(name: string, add: (key: string, name: string) => void): void {
  const unit = /(?:自治州|自治县|[省市县区州旗镇乡])$/.exec(name)?.[0];
  if (!unit) return;
  add(unit, name);
  const stem = name.slice(0, -unit.length);
  // A short name that is a word as well would teach that the word is a place.
  if (stem.length >= 2 && stem.length <= LONGEST_SHORT && !AMBIGUOUS_SHORT.has(stem)) add(`short ${stem.length}`, stem);
}

function addTownship(entry: string, add: (key: string, name: string) => void): void {
  const stem = entry.replace(/^\d+|!$/g, '');
  if (!/^\p{Script=Han}{2,3}$/u.test(stem)) return;
  add('stem', stem);
  for (const unit of ['街道', '镇', '乡']) add(unit, stem + unit);
}

/** Makes new sentences from labelled ones by putting other names in the place of theirs. */

import { GIVEN_CHARACTERS } from '../utils/digest/given-characters';
import { organisationSuffixes } from '../utils/digest/organisations';
import { PLACE_UNITS } from '../utils/digest/place-units';
import { knownSurnames } from '../utils/digest/surnames';
import type { Mark, MarkedDocument, MarkedLine, MarkKind } from './corpus';
import { placePool } from './place-pool';
import type { Random } from './random';

/** Names that augmentation draws from. */
export interface NamePool {
  surnames: string;
  given: string;
  foreign: string[];
  places: ReadonlyMap<string, string[]>;
  byKind: ReadonlyMap<MarkKind, string[]>;
}

/** Share of marks that keep their name. */
const KEPT = 0.25;
/** Share of people with a given name of one character. */
const SHORT_GIVEN = 0.16;
/** The first surnames of the list are drawn so much oftener, the other common ones so much oftener than rare ones. */
const MOST_FREQUENT = 30;
const FREQUENT_WEIGHT = 30;
const COMMON_WEIGHT = 6;
const MARRIED = 0.02;
const COMPOUND = 0.03;
/** Share of venues and organisations that are exchanged as a whole rather than by the place they begin with. */
const EXCHANGED = 0.4;
/** Share of them that are made of a stem and a unit. */
const COMPOSED = 0.3;
const OF_DIVISION = 0.6;
const VENUE_UNITS = PLACE_UNITS.filter(({ kind }) => kind === 'venue').map(({ unit }) => unit);
/** Units by which a place is exchanged for one of its kind, longer ones first. */
const UNITS =
  '自治州 自治县 街道 社区 大道 大街 公路 村 镇 乡 县 区 市 省 州 路 街 河 江 湖 山 岛 旗 里 屯 巷 溪 港 湾 沟 桥'.split(
    ' ',
  );
const STEM_UNITS = new Set('社区 大道 大街 公路 村 路 街 河 江 湖 山 岛 里 屯 巷 溪 港 湾 沟 桥'.split(' '));

/** Gathers the names of the documents that are trained on. */
export function gatherNames(documents: readonly MarkedDocument[]): NamePool {
  const byKind = new Map<MarkKind, string[]>();
  let given = GIVEN_CHARACTERS;
  const { common, single } = knownSurnames();
  for (const { lines } of documents) {
    for (const { text, marks } of lines) {
      for (const { start, end, kind } of marks) {
        const name = text.slice(start, end);
        const names = byKind.get(kind);
        if (names) names.push(name);
        else byKind.set(kind, [name]);
        if (kind === 'p' && name.length <= 3 && single.has(name.charAt(0))) given += name.slice(1);
      }
    }
  }
  const foreign = (byKind.get('p') ?? []).filter((name) => isForeign(name));
  const frequent = [...common].join('');
  return {
    surnames:
      frequent.slice(0, MOST_FREQUENT).repeat(FREQUENT_WEIGHT) + frequent.repeat(COMMON_WEIGHT) + [...single].join(''),
    given,
    foreign,
    places: placePool(),
    byKind,
  };
}

const isForeign = (name: string): boolean => name.includes('·') || name.length > 4;

/** The line with other names. */
export function augment(line: MarkedLine, pool: NamePool, random: Random): MarkedLine {
  const replaced = new Map<string, string>();
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const mark of line.marks) {
    text += line.text.slice(from, mark.start);
    const name = line.text.slice(mark.start, mark.end);
    const known = replaced.get(mark.kind + name);
    const other = known ?? (random.next() < KEPT ? name : otherName(name, mark.kind, pool, random));
    replaced.set(mark.kind + name, other);
    marks.push({ start: text.length, end: text.length + other.length, kind: mark.kind });
    text += other;
    from = mark.end;
  }
  return { text: text + line.text.slice(from), marks };
}

function otherName(name: string, kind: MarkKind, pool: NamePool, random: Random): string {
  switch (kind) {
    case 'p':
      return otherPerson(name, pool, random);
    case 'q':
      return name.length === 1 ? random.pick(pool.surnames) : name;
    case 'l':
      return otherPlace(name, pool, random);
    case 'v':
    case 'o':
      return otherBody(name, kind, pool, random);
    default:
      return name;
  }
}

function otherPerson(name: string, { surnames, given, foreign }: NamePool, random: Random): string {
  if (isForeign(name)) return foreign.length > 0 ? random.pick(foreign) : name;
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return name;
  const { compound } = knownSurnames();
  const surname =
    random.next() < COMPOUND
      ? random.pick([...compound])
      : random.next() < MARRIED
        ? random.pick(surnames) + random.pick(surnames)
        : random.pick(surnames);
  const first = random.pick(given);
  return surname + first + (random.next() < SHORT_GIVEN ? '' : random.pick(given));
}

function otherPlace(name: string, { places }: NamePool, random: Random): string {
  const unit = UNITS.find((candidate) => name.endsWith(candidate) && name.length > candidate.length) ?? '';
  if (unit === '') {
    const short = places.get(`short ${name.length}`);
    return short ? random.pick(short) : name;
  }
  if (STEM_UNITS.has(unit)) return random.pick(places.get('stem') ?? ['']) + unit;
  const same = places.get(unit);
  return same ? random.pick(same) : name;
}

function otherBody(name: string, kind: 'v' | 'o', { places, byKind }: NamePool, random: Random): string {
  const draw = random.next();
  if (draw < EXCHANGED) return random.pick(byKind.get(kind) ?? [name]);
  if (draw < EXCHANGED + COMPOSED) return composeBody(kind, places, random);
  const outer = /^\p{Script=Han}{1,4}?[省市县区州镇]/u.exec(name)?.[0] ?? '';
  if (outer.length < 3 || outer.length === name.length) return name;
  return random.pick(places.get(outer.slice(-1)) ?? [outer]) + name.slice(outer.length);
}

/** A name of a venue or organisation from a stem, or for organisations mostly a division, and a unit. */
function composeBody(kind: 'v' | 'o', places: ReadonlyMap<string, string[]>, random: Random): string {
  const stem = random.pick(places.get('stem') ?? ['']);
  if (kind === 'v') return stem + random.pick(VENUE_UNITS);
  const division = random.pick(places.get(random.pick('省市县区')) ?? [stem]);
  return (random.next() < OF_DIVISION ? division : stem) + random.pick(organisationSuffixes());
}

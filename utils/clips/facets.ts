/**
 * Faceted search: filters narrow a list of clips, facets say how many clips each further filter would leave.
 * A facet counts as if its own filter were not set, so that the other values of it can be chosen instead.
 */
import type { Clip } from './clip';

/** What clips must have to be shown. */
export interface Filters {
  /** Name in simplified characters. */
  person?: string;
  /** Administrative divisions from the outermost, joined by `>`; what lies in the innermost is meant too. */
  place?: string;
  agency?: string;
  host?: string;
  tag?: string;
  starred?: boolean;
  /** First and last day, `YYYY-MM-DD`, of the dates that `dates` names. Clips without that date are left out. */
  from?: string;
  to?: string;
  dates: 'published' | 'event';
}

export interface FacetValue {
  /** What the filter is set to. */
  value: string;
  label: string;
  /** Clips that have it. */
  count: number;
}

export interface PlaceNode extends FacetValue {
  /** Divisions that lie in this one. */
  children: PlaceNode[];
}

/** Values by count, the most frequent first; those of one count in order of appearance. */
export interface Facets {
  people: FacetValue[];
  places: PlaceNode[];
  agencies: FacetValue[];
  hosts: FacetValue[];
  tags: FacetValue[];
}

const PLACE_SEPARATOR = '>';

const NO_FILTERS: Filters = { dates: 'published' };

/** Each facet and the filter that it sets. */
const FACETS = [
  ['people', 'person'],
  ['places', 'place'],
  ['agencies', 'agency'],
  ['hosts', 'host'],
  ['tags', 'tag'],
] as const satisfies readonly (readonly [keyof Facets, keyof Filters])[];

/** By facet, in the order of FACETS, the numbers of a clip's values, each once. */
type Values = readonly (readonly number[])[];

/** The clips that pass all filters, in the order given. */
export function filterBy(clips: readonly Clip[], filters: Filters): Clip[] {
  const wanted = wantedBy(filters);
  return clips.filter((clip) => hasMarks(clip, filters) && missedFacet(valuesOf(clip), wanted) === NONE);
}

/** Counts over the clips that pass the filters, for each facet without its own. */
export function facetsOf(clips: readonly Clip[], filters: Filters = NO_FILTERS): Facets {
  const wanted = wantedBy(filters);
  const valuesByClip = clips.map(valuesOf);
  const counters = FACETS.map(() => new Counter(strings.length));
  for (const [index, clip] of clips.entries()) {
    if (!hasMarks(clip, filters)) continue;
    const values = valuesByClip[index]!;
    const missed = missedFacet(values, wanted);
    if (missed >= 0) counters[missed]!.add(values[missed]!);
    else if (missed === NONE) for (let facet = 0; facet < FACETS.length; facet++) counters[facet]!.add(values[facet]!);
  }
  const [people, places, agencies, hosts, tags] = counters.map((counter) => counter.ranked());
  return { people: people!, places: treeOf(places!), agencies: agencies!, hosts: hosts!, tags: tags! };
}

/** Whether the clip passes the filters that no facet sets. */
function hasMarks(clip: Clip, { starred, from, to, dates }: Filters): boolean {
  if (starred && !clip.starred) return false;
  if (from === undefined && to === undefined) return true;
  const day = clip.card[dates];
  return day !== null && (from === undefined || day >= from) && (to === undefined || day <= to);
}

/** By facet, the number of the value that its filter asks for; undefined where the filter is not set. */
function wantedBy(filters: Filters): (number | undefined)[] {
  return FACETS.map(([, filter]) => (filters[filter] === undefined ? undefined : numberOf(filters[filter])));
}

const NONE = -1;
const SEVERAL = -2;

/** The index of the only facet whose filter the values do not pass, or NONE, or SEVERAL. */
function missedFacet(values: Values, wanted: readonly (number | undefined)[]): number {
  let missed = NONE;
  for (let facet = 0; facet < FACETS.length; facet++) {
    const number = wanted[facet];
    if (number === undefined || values[facet]!.includes(number)) continue;
    if (missed !== NONE) return SEVERAL;
    missed = facet;
  }
  return missed;
}

/** Counts values by their numbers, which are below `size`. */
class Counter {
  readonly #counts: Uint32Array;
  /** In order of first appearance. */
  readonly #seen: number[] = [];

  constructor(size: number) {
    this.#counts = new Uint32Array(size);
  }

  add(values: readonly number[]): void {
    for (const value of values) {
      if (this.#counts[value] === 0) this.#seen.push(value);
      this.#counts[value]! += 1;
    }
  }

  ranked(): FacetValue[] {
    const counts = this.#counts;
    return this.#seen
      .sort((a, b) => counts[b]! - counts[a]!)
      .map((number) => ({ value: strings[number]!, label: strings[number]!, count: counts[number]! }));
  }
}

/** Paths as a tree. A path never comes before the one that it lies in: that one has at least its count, and is seen first. */
function treeOf(paths: readonly FacetValue[]): PlaceNode[] {
  const nodes = new Map<string, PlaceNode>();
  const roots: PlaceNode[] = [];
  for (const { value, count } of paths) {
    const cut = value.lastIndexOf(PLACE_SEPARATOR);
    const node: PlaceNode = { value, label: value.slice(cut + 1), count, children: [] };
    nodes.set(value, node);
    const siblings = cut < 0 ? roots : nodes.get(value.slice(0, cut))?.children;
    siblings?.push(node);
  }
  return roots;
}

/** The values that were met, numbered: small integers are counted and compared ten times as fast. */
const strings: string[] = [];
const numbers = new Map<string, number>();

function numberOf(value: string): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  numbers.set(value, strings.length);
  return strings.push(value) - 1;
}

const knownValues = new WeakMap<Clip, Values>();

/** Found once for each clip. */
function valuesOf(clip: Clip): Values {
  const known = knownValues.get(clip);
  if (known) return known;
  const { people, places, agency, host } = clip.card;
  const values: Record<keyof Facets, string[]> = {
    people: people.map(({ simplified }) => simplified),
    places: places.flatMap(({ chain }) => pathsOf(chain)),
    agencies: agency === null ? [] : [agency],
    hosts: [host],
    tags: clip.tags,
  };
  const numbered = FACETS.map(([facet]) => [...new Set(values[facet].map(numberOf))]);
  knownValues.set(clip, numbered);
  return numbered;
}

/** 江苏省, 江苏省>扬州市, 江苏省>扬州市>广陵区. */
function pathsOf(chain: readonly string[]): string[] {
  return chain.map((_, index) => chain.slice(0, index + 1).join(PLACE_SEPARATOR));
}

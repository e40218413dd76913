/** Finds places: divisions by the gazetteer, other places by their unit and by what stands before the name. */
import type { PlaceKind } from './digest';
import { type Division, gazetteer, withoutUnit } from './gazetteer';
import type { Line } from './line';
import type { OrganisationMention } from './organisations';
import { PLACE_UNITS, type PlaceUnit } from './place-units';
import {
  AMBIGUOUS_SHORT,
  AREA_IN_NAME,
  COMMON_NOUN_END,
  FORMER_UNITS,
  GENERIC,
  LEFT_EDGE,
  LIST_GAP,
  LONGEST_LIST_GAP,
  LONGEST_NAME,
  NO_NAMES,
  PERSON_BEFORE,
  PHRASE,
  PHRASE_START,
  SHORT_IN_NAME,
  STREET_EDGE,
  UNIT_CONTINUES,
  VISITED,
  WORD_ACROSS_EDGE,
  WORD_BEFORE_SHORT,
} from './place-words';
import { Spans } from './spans';
import { WordList } from './word-list';

/** One place where a name of a place stands. Offsets are UTF-16 offsets into the line. */
export interface PlaceMention {
  line: number;
  start: number;
  end: number;
  kind: PlaceKind;
  /** What the gazetteer knows under this name; empty for places known by their unit alone. */
  readings: readonly Division[];
  /** Somebody goes there (来到…), or to the place before it in a list. */
  visited: boolean;
  /** An organisation rather than a place, unless visited. */
  organisation?: true;
  /** The normalised name in full, of which this is a short form (下三屯 for 下三屯村). */
  shortFor?: string;
  /** What may be the division at the beginning of the name, for 抚松县图书馆. */
  outer?: readonly Division[];
}

export interface PlaceContext {
  /** Divisions that the page names: by them a short name and a name of several places are understood. */
  named: ReadonlySet<Division>;
}

const isProvince = ({ kind }: Division): boolean => kind === 'province';

/** The divisions that the text names in full, and provinces by any name; by them short names are understood. */
export function readContext(texts: readonly string[]): PlaceContext {
  const { full, short } = gazetteer();
  const named = new Set<Division>();
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const name = full.startingAt(text, at);
      const known = name.length < 3 ? short.get(short.startingAt(text, at)).filter(isProvince) : full.get(name);
      for (const division of known) if (division.kind !== 'township') named.add(division);
    }
  }
  return { named };
}

/** All mentions of places and of the organisations, line by line from left to right, without overlaps. */
export function findPlaces(
  lines: readonly Line[],
  organisations: readonly OrganisationMention[],
  context: PlaceContext,
): PlaceMention[] {
  const byStart = new Map<number, Map<number, OrganisationMention>>();
  for (const organisation of organisations) {
    const inLine = byStart.get(organisation.line) ?? new Map<number, OrganisationMention>();
    byStart.set(organisation.line, inLine.set(organisation.start, organisation));
  }
  const byLine = lines.map((line) => findInLine(line, byStart.get(line.index), context));
  return addRepeated(lines, byLine).flat();
}

/** A name that one sentence shows to be a place is one in all; so is 下三屯 beside 下三屯村. */
function addRepeated(lines: readonly Line[], byLine: readonly PlaceMention[][]): PlaceMention[][] {
  const known = new Map<string, PlaceMention>();
  for (const [position, mentions] of byLine.entries()) {
    for (const mention of mentions) {
      const name = lines[position]?.text.slice(mention.start, mention.end) ?? '';
      const stem = shortName(name, mention.kind);
      if (mention.organisation) continue;
      if (name.length > 2 && mention.readings.length === 0) known.set(name, mention);
      if (stem && !known.has(stem)) known.set(stem, { ...mention, shortFor: name });
    }
  }
  const names = new WordList(known);
  return byLine.map((mentions, position) => {
    const text = lines[position]?.text ?? '';
    const taken = new Spans(mentions);
    const added: PlaceMention[] = [];
    for (let start = 0; start < text.length; start += 1) {
      const name = names.startingAt(text, start);
      const shown = known.get(name);
      const line = lines[position]?.index;
      if (!shown || line === undefined || taken.overlaps({ line, start, end: start + name.length })) continue;
      added.push({ ...shown, line, start, end: start + name.length });
      start += name.length - 1;
    }
    return [...mentions, ...added].sort((a, b) => a.start - b.start);
  });
}

function findInLine(
  { index, text }: Line,
  organisations: ReadonlyMap<number, OrganisationMention> | undefined,
  context: PlaceContext,
): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const previous = found.at(-1);
    const organisation = organisations?.get(at);
    if (organisation) {
      const { end, visitable } = organisation;
      const visited = organisation.visited || (visitable && isVisited(text, at, previous));
      found.push({ line: index, start: at, end, kind: 'venue', readings: [], visited, organisation: true });
      at = end - 1;
      continue;
    }
    const mention = knownAt(text, at, previous, context) ?? byUnitAt(text, at, previous);
    if (!mention) continue;
    at = mention.end - 1;
    if (previous && isGenericVenue(text, mention, previous)) {
      const outer = previous.readings.length > 0 ? previous.readings : previous.outer;
      found[found.length - 1] = {
        ...previous,
        end: mention.end,
        kind: 'venue',
        readings: [],
        ...(outer ? { outer } : {}),
      };
    } else if (
      mention.kind !== 'venue' ||
      mention.readings.length > 0 ||
      !isGenericName(text.slice(mention.start, mention.end))
    ) {
      found.push({ ...mention, line: index });
    }
  }
  return found;
}

type Unplaced = Omit<PlaceMention, 'line'>;

/** 图书馆 directly behind 安定区 is one name with it. */
function isGenericVenue(text: string, mention: Unplaced, previous: PlaceMention): boolean {
  return (
    mention.kind === 'venue' &&
    !previous.organisation &&
    previous.end === mention.start &&
    isGenericName(text.slice(mention.start, mention.end))
  );
}

function stemOf(venue: string): string {
  const unit = PLACE_UNITS.find(({ unit, kind }) => kind === 'venue' && venue.endsWith(unit))?.unit ?? '';
  return unit ? venue.slice(0, -unit.length) : venue;
}

/** 图书馆, 第一中学: a venue that is named by its kind alone. */
export const isGenericName = (venue: string): boolean => GENERIC.test(stemOf(venue));

function knownAt(
  text: string,
  start: number,
  previous: PlaceMention | undefined,
  context: PlaceContext,
): Unplaced | null {
  const { full, short } = gazetteer();
  const name = full.startingAt(text, start);
  const readings = name ? full.get(name) : [];
  const stem = short.startingAt(text, start);
  if (!name && !stem) return null;
  const visited = isVisited(text, start, previous);
  if (name && readings[0]?.kind === 'other') {
    const unit = AREA_IN_NAME.exec(text.slice(start + name.length, start + name.length + 4))?.[0];
    if (unit) return { start, end: start + name.length + unit.length, kind: kindOfUnit(unit), readings: [], visited };
  }
  if (name && isWhole(text, start, name, readings, previous)) {
    return { start, end: start + name.length, kind: readings[0]?.kind ?? 'other', readings, visited };
  }
  if (!stem || WORD_BEFORE_SHORT.test(text.slice(start - 1, start + 1))) return null;
  const extended = SHORT_IN_NAME.exec(text.slice(start + stem.length, start + stem.length + 4))?.[0];
  if (extended)
    return { start, end: start + stem.length + extended.length, kind: kindOfUnit(extended), readings: [], visited };
  const known = short.get(stem).filter((division) => isExpected(stem, division, context, visited));
  if (known.length === 0) return null;
  const unit = text.charAt(start + stem.length);
  const named =
    FORMER_UNITS.has(unit) &&
    !UNIT_CONTINUES.get(unit)?.test(text.slice(start + stem.length + 1, start + stem.length + 3));
  const end = start + stem.length + (named ? 1 : 0);
  return { start, end, kind: known[0]?.kind ?? 'other', readings: known, visited };
}

const kindOfUnit = (name: string): PlaceKind => PLACE_UNITS.find(({ unit }) => unit === name)?.kind ?? 'venue';

/** A full name counts unless its unit begins another word; one of two characters only inside a chain. */
function isWhole(
  text: string,
  start: number,
  name: string,
  readings: readonly Division[],
  previous: PlaceMention | undefined,
): boolean {
  const unit = name.slice(-1);
  const end = start + name.length;
  if (
    readings.some(({ kind }) => kind !== 'country' && kind !== 'other') &&
    UNIT_CONTINUES.get(unit)?.test(text.slice(end, end + 2))
  ) {
    return false;
  }
  if (NO_NAMES.has(name))
    return previous?.end === start && !PERSON_BEFORE.test(text.slice(Math.max(0, start - 2), start));
  if (name.length === 2 && unit === '县') return LEFT_EDGE.test(text.slice(Math.max(0, start - 6), start));
  return (
    name.length > 2 ||
    readings.some(({ kind }) => kind === 'country' || kind === 'other' || kind === 'province') ||
    previous?.end === start
  );
}

/** A short name is understood for provinces and prefectures; for counties that the page names, or that somebody goes to. */
function isExpected(stem: string, division: Division, { named }: PlaceContext, visited: boolean): boolean {
  if (named.has(division)) return true;
  if (AMBIGUOUS_SHORT.has(stem)) return false;
  if (division.kind === 'province' || division.kind === 'prefecture' || division.parent === null) return true;
  return named.has(division.parent) || visited;
}

/** A name of village, street, river or venue that is known by its unit, found from its beginning. */
function byUnitAt(text: string, start: number, previous: PlaceMention | undefined): Unplaced | null {
  const before = text.slice(Math.max(0, start - 6), start);
  const follows = previous?.end === start;
  const chained = follows && !previous.organisation && previous.kind !== 'country' && previous.kind !== 'other';
  if (!follows && !LEFT_EDGE.test(before)) return null;
  if (WORD_ACROSS_EDGE.has(text.slice(start - 1, start + 1))) return null;
  const visited = chained ? previous.visited : isVisited(text, start, previous);
  const listed = STREET_EDGE.test(before) || (previous !== undefined && isListed(text, start, previous));
  const window = text.slice(start, start + LONGEST_NAME);
  const units = visited || chained || listed || follows ? PLACE_UNITS : SELF_EVIDENT_UNITS;
  for (const unit of units) {
    if (!window.includes(unit.unit)) continue;
    const fits =
      follows && !chained ? isForeignCity(text, previous, unit) : visited || speaksForItself(unit, chained || listed);
    if (!fits) continue;
    const end = endOfUnit(text, start, unit, chained);
    if (end !== null) return { start, end, kind: unit.kind, readings: [], visited };
  }
  return null;
}

/** Somebody goes to the place, or to the place before it in a list. */
function isVisited(text: string, start: number, previous: PlaceMention | undefined): boolean {
  if (VISITED.test(text.slice(Math.max(0, start - 6), start))) return true;
  return previous?.visited === true && isListed(text, start, previous);
}

function isListed(text: string, start: number, previous: PlaceMention): boolean {
  const gap = start - previous.end;
  return gap > 0 && gap <= LONGEST_LIST_GAP && LIST_GAP.test(text.slice(previous.end, start));
}

const isSelfEvident = (unit: string): boolean => unit === '社区' || unit === '村';
const SELF_EVIDENT_UNITS = PLACE_UNITS.filter(({ unit }) => isSelfEvident(unit));

/** Villages and communities are places wherever they stand; others in a chain or in a list of places. */
function speaksForItself({ unit, kind }: PlaceUnit, connected: boolean): boolean {
  if (isSelfEvident(unit)) return true;
  return connected && kind !== 'county' && kind !== 'prefecture' && kind !== 'province';
}

/** 荷兰蒂尔堡市: behind a country other than China. */
function isForeignCity(text: string, previous: PlaceMention, { unit }: PlaceUnit): boolean {
  return previous.kind === 'country' && unit === '市' && text.slice(previous.start, previous.end) !== '中国';
}

function endOfUnit(
  text: string,
  start: number,
  { unit, kind, least, most }: PlaceUnit,
  chained: boolean,
): number | null {
  const fewest = chained && kind === 'venue' ? 0 : least;
  const length = text.slice(start, start + most + unit.length).indexOf(unit, fewest);
  if (length < 0) return null;
  const end = start + length + unit.length;
  const name = text.slice(start, end);
  const stem = text.slice(start, start + length);
  if (!/^[\p{Script=Han}0-9A-Za-z]+$/u.test(name) || NO_NAMES.has(name) || COMMON_NOUN_END.test(name)) return null;
  if (PHRASE.test(stem) || PHRASE_START.test(name)) return null;
  return UNIT_CONTINUES.get(unit)?.test(text.slice(end, end + 2)) ? null : end;
}

/** The name without its unit, for finding 下三屯 beside 下三屯村; '' when what is left is too short or too common. */
function shortName(name: string, kind: PlaceKind): string {
  const stem =
    kind === 'township' || kind === 'village' ? name.replace(/(?:街道|社区|[镇乡村])$/, '') : withoutUnit(name);
  return stem.length >= 2 && stem !== name && !AMBIGUOUS_SHORT.has(stem) && !NO_NAMES.has(stem) ? stem : '';
}

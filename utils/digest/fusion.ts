/**
 * Puts together what the rules and the tagger found: each candidate has the tagger's log-odds and a bonus for what the
 * rules saw beside it; of candidates that overlap the better one stays, and of those the ones above their threshold.
 */
import { gazetteer } from './gazetteer';
import type { EntityType } from './labels';
import type { Line } from './line';
import { isBareBody } from './organisations';
import type { Evidence, PersonMention } from './people';
import { placesWithin } from './place-boundaries';
import { placeMention } from './place-mention';
import { AMBIGUOUS_SHORT } from './place-words';
import { isGenericName, type PlaceContext, type PlaceMention } from './places';
import { Spans } from './spans';
import type { TaggedLine, TaggedSpan } from './tagger';

/** Log-odds are kept within ± this. */
const LIMIT = 6;
/** Thresholds and bonuses are log-odds, set by cross-validation with whole sources left out. */
const PERSON_THRESHOLD = 2;
const PLACE_THRESHOLD = 0.4;
const ORGANISATION_THRESHOLD = 0;
const PERSON_BONUS: Record<Evidence, number> = {
  'title before': 5,
  'title after': 5,
  list: 5,
  credit: 8,
  action: 4,
  appointment: 6,
  tagger: 0,
};
/** For a place that the gazetteer knows, one that somebody goes to, and one that its unit shows. */
const DIVISION_BONUS = 4;
const SHORT_NAME_BONUS = 3;
const VISITED_BONUS = 4;
const UNIT_BONUS = 2;
const ORGANISATION_BONUS = 2;
/** Each further likely mention of a name adds this to it, up to the limit. */
const REPEATED_BONUS = 0.5;
const MOST_REPEATS = 3;

/** Behind a surname these address somebody or leave the name unsaid: 陈大爷, 林太, 王某. */
const NO_GIVEN_NAME = /^(?:先生|女士|小姐|同志|同学|老师|大[爷娘妈叔姐嫂哥伯]|阿姨|奶奶|爷爷|叔叔|婆婆|老|太|官|某+)$/;

interface Candidate<T> {
  line: number;
  start: number;
  end: number;
  score: number;
  value: T;
}

/** The people of rules and tagger, line by line from left to right. `tagged` has one entry a line. */
export function fusePeople(
  lines: readonly Line[],
  rules: readonly PersonMention[],
  tagged: readonly TaggedLine[],
): PersonMention[] {
  const texts = new Map(lines.map(({ index, text }) => [index, text] as const));
  const nameOf = ({ line, start, end }: Candidate<unknown>): string => (texts.get(line) ?? '').slice(start, end);
  const chosen = withoutOverlaps(
    [...ruledPeople(lines, rules, tagged), ...taggedPeople(lines, rules, tagged)].filter(
      (candidate) => !NO_GIVEN_NAME.test(nameOf(candidate).slice(1)),
    ),
  );
  const best = new Map<string, number>();
  const likely = new Map<string, number>();
  for (const candidate of chosen) {
    const name = nameOf(candidate);
    best.set(name, Math.max(best.get(name) ?? -LIMIT, candidate.score));
    if (candidate.score > 0) likely.set(name, (likely.get(name) ?? 0) + 1);
  }
  const scoreOf = (name: string): number => {
    const repeats = Math.min(MOST_REPEATS, Math.max(0, (likely.get(name) ?? 0) - 1));
    return (best.get(name) ?? -LIMIT) + repeats * REPEATED_BONUS;
  };
  return chosen.filter((candidate) => scoreOf(nameOf(candidate)) > PERSON_THRESHOLD).map(({ value }) => value);
}

function ruledPeople(
  lines: readonly Line[],
  rules: readonly PersonMention[],
  tagged: readonly TaggedLine[],
): Candidate<PersonMention>[] {
  const byIndex = new Map(lines.map(({ index }, position) => [index, tagged[position]] as const));
  return rules.map((mention) => {
    const { line, start, end, evidence } = mention;
    const taggedLine = byIndex.get(line);
    const whole = taggedLine?.spans.find(
      (span) => start >= span.start && end <= span.end && isTiled(line, span, rules),
    );
    const probability = whole?.probability ?? taggedLine?.probability('person', start, end) ?? 0;
    return { line, start, end, score: logOdds(probability) + PERSON_BONUS[evidence], value: mention };
  });
}

function taggedPeople(
  lines: readonly Line[],
  rules: readonly PersonMention[],
  tagged: readonly TaggedLine[],
): Candidate<PersonMention>[] {
  return lines.flatMap(({ index: line }, position) =>
    (tagged[position]?.spans ?? [])
      .filter((span) => span.type === 'person' && !isTiled(line, span, rules))
      .map(({ start, end, probability }) => ({
        line,
        start,
        end,
        score: logOdds(probability),
        value: { line, start, end, evidence: 'tagger', credit: '' },
      })),
  );
}

/** The rules find the same person, or people whose names run together to this one: 李小四王小明. */
function isTiled(line: number, span: TaggedSpan, rules: readonly PersonMention[]): boolean {
  if (span.type !== 'person') return false;
  let at = span.start;
  for (const mention of rules)
    if (mention.line === line && mention.start === at && mention.end <= span.end) at = mention.end;
  return at === span.end;
}

/** Places, venues and organisations of rules and tagger; those of the rules keep what the rules know about them. */
export function fusePlaces(
  lines: readonly Line[],
  rules: readonly PlaceMention[],
  tagged: readonly TaggedLine[],
  context: PlaceContext,
): PlaceMention[] {
  const byIndex = new Map(lines.map(({ index }, position) => [index, tagged[position]] as const));
  const ruled = rules.map((mention) => ruledPlace(mention, byIndex.get(mention.line)));
  const found = lines.flatMap((line, position) => {
    const taggedLine = tagged[position];
    return taggedLine ? taggedLine.spans.flatMap((span) => placeCandidates(line, span, taggedLine, context)) : [];
  });
  const chosen = withoutOverlaps([...ruled, ...found])
    .filter(({ score, value }) => score > (isActor(value) ? ORGANISATION_THRESHOLD : PLACE_THRESHOLD))
    .map(({ value }) => value);
  const texts = new Map(lines.map(({ index, text }) => [index, text] as const));
  return joinGeneric(
    chosen.flatMap((mention) => splitVenue(mention, texts.get(mention.line) ?? '')),
    texts,
  );
}

/** A county or township before a venue with a name of its own is a place beside it: 革新街道|盛世天骄小区. */
function splitVenue(mention: PlaceMention, text: string): PlaceMention[] {
  const { line, start, end, kind, organisation } = mention;
  if (kind !== 'venue' || organisation) return [mention];
  const outer = gazetteer().full.startingAt(text, start);
  const rest = text.slice(start + outer.length, end);
  if (outer.length < 3 || rest.length < 3 || isGenericName(rest)) return [mention];
  const cut = start + outer.length;
  return [
    placeMention(line, text, start, cut, false),
    { ...placeMention(line, text, cut, end, true), visited: mention.visited },
  ];
}

/** Before one that is named by its kind alone it is part of the name: 抚松县图书馆. */
function joinGeneric(mentions: readonly PlaceMention[], texts: ReadonlyMap<number, string>): PlaceMention[] {
  const joined: PlaceMention[] = [];
  for (const mention of mentions) {
    const previous = joined.at(-1);
    const text = texts.get(mention.line) ?? '';
    const joins =
      previous?.line === mention.line &&
      previous.end === mention.start &&
      previous.readings.length > 0 &&
      mention.kind === 'venue' &&
      !mention.organisation &&
      isGenericName(text.slice(mention.start, mention.end));
    if (joins) joined[joined.length - 1] = { ...mention, start: previous.start, outer: previous.readings };
    else joined.push(mention);
  }
  return joined;
}

const isActor = ({ organisation, visited }: PlaceMention): boolean => organisation === true && !visited;

function ruledPlace(mention: PlaceMention, tagged: TaggedLine | undefined): Candidate<PlaceMention> {
  const { line, start, end } = mention;
  const types: EntityType[] = isActor(mention)
    ? ['organisation']
    : mention.visited
      ? ['place', 'venue', 'organisation']
      : ['place', 'venue'];
  const score = logOdds(types.reduce((sum, type) => sum + (tagged?.probability(type, start, end) ?? 0), 0));
  return { line, start, end, score: score + placeBonus(mention), value: mention };
}

function placeBonus(mention: PlaceMention): number {
  if (isActor(mention)) return ORGANISATION_BONUS;
  if (mention.readings.length === 0) return mention.visited ? VISITED_BONUS : UNIT_BONUS;
  return mention.end - mention.start > 2 ? DIVISION_BONUS : SHORT_NAME_BONUS;
}

function placeCandidates(
  line: Line,
  span: TaggedSpan,
  tagged: TaggedLine,
  context: PlaceContext,
): Candidate<PlaceMention>[] {
  const { start, end, type } = span;
  if (type === 'person') return [];
  if (type === 'organisation') {
    const division = gazetteer().full.startingAt(line.text, start);
    if (division && isBareBody(line.text.slice(start, end), division)) {
      const value = placeMention(line.index, line.text, start, start + division.length, false);
      return [{ ...value, score: logOdds(span.probability), value }];
    }
    const value: PlaceMention = {
      line: line.index,
      start,
      end,
      kind: 'venue',
      readings: [],
      visited: false,
      organisation: true,
    };
    return [{ line: line.index, start, end, score: logOdds(span.probability), value }];
  }
  const isVenue = type === 'venue';
  const score = logOdds(tagged.probability('place', start, end) + tagged.probability('venue', start, end));
  return placesWithin(line.text, span, isVenue).flatMap(({ start, end }) => {
    const value = placeMention(line.index, line.text, start, end, isVenue);
    return isLikelyWord(line.text.slice(start, end), value, context)
      ? []
      : [{ line: line.index, start, end, score, value }];
  });
}

/** 朝阳产业, 健康长寿: a short name that is a word as well, of a county or township that the page does not speak of. */
function isLikelyWord(name: string, { readings }: PlaceMention, { named }: PlaceContext): boolean {
  if (!AMBIGUOUS_SHORT.has(name) || readings.length === 0) return false;
  return readings.every(
    (division) =>
      (division.kind === 'county' || division.kind === 'township') &&
      !named.has(division) &&
      !(division.parent && named.has(division.parent)),
  );
}

/** The best of the candidates that do not overlap, from left to right; between equals the longer one. */
function withoutOverlaps<T>(candidates: readonly Candidate<T>[]): Candidate<T>[] {
  const taken = new Spans([]);
  const byScore = [...candidates].sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start));
  const chosen = byScore.filter((candidate) => {
    if (taken.overlaps(candidate)) return false;
    taken.add(candidate);
    return true;
  });
  return chosen.sort((a, b) => a.line - b.line || a.start - b.start);
}

/** Of a probability, within ± LIMIT. */
function logOdds(probability: number): number {
  if (probability <= 0) return -LIMIT;
  if (probability >= 1) return LIMIT;
  return Math.max(-LIMIT, Math.min(LIMIT, Math.log(probability / (1 - probability))));
}

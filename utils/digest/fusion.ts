/**
 * Puts together what the rules and the tagger found: each candidate has the tagger's log-odds and a bonus for the evidence
 * the rules saw; of candidates that overlap the better one stays, and only those above their threshold.
 */

import type { EntityType } from './labels';
import type { Line } from './line';
import type { Evidence, PersonMention } from './people';
import { placeMention } from './place-mention';
import type { PlaceMention } from './places';
import type { TaggedLine } from './tagger';

/** Log-odds are kept within ± this. */
const LIMIT = 9;
const PERSON_THRESHOLD = Number(globalThis.process?.env?.PT ?? 2);
const PLACE_THRESHOLD = Number(globalThis.process?.env?.LT ?? 0);
const ORGANISATION_THRESHOLD = Number(globalThis.process?.env?.OT ?? 0);
/** What the evidence of the rules adds to the log-odds of a person. */
const PERSON_BONUS: Record<Evidence, number> = {
  'title before': 5,
  'title after': 5,
  list: 4,
  credit: 8,
  action: 4,
  appointment: 6,
  tagger: 0,
};
const DIVISION_BONUS = Number(globalThis.process?.env?.DB ?? 5);
const UNIT_BONUS = Number(globalThis.process?.env?.UB ?? 3);
const ORGANISATION_BONUS = Number(globalThis.process?.env?.OB ?? 2);
/** Each further mention of a name adds this, up to the limit. */
const REPEATED_BONUS = Number(globalThis.process?.env?.RB ?? 0.5);
const MOST_REPEATS = 3;

const logOdds = (probability: number): number => {
  const odds = Math.log(probability / (1 - probability));
  return Math.max(-LIMIT, Math.min(LIMIT, Number.isNaN(odds) ? LIMIT : odds));
};

interface Candidate<T> {
  line: number;
  start: number;
  end: number;
  score: number;
  value: T;
}

/** The best of the candidates that do not overlap, from left to right. */
function withoutOverlaps<T>(candidates: readonly Candidate<T>[]): Candidate<T>[] {
  const taken = new Map<number, Set<number>>();
  const chosen: Candidate<T>[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))) {
    const cells = taken.get(candidate.line) ?? new Set<number>();
    let isFree = true;
    for (let at = candidate.start; at < candidate.end; at += 1) if (cells.has(at)) isFree = false;
    if (!isFree) continue;
    for (let at = candidate.start; at < candidate.end; at += 1) cells.add(at);
    taken.set(candidate.line, cells);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.line - b.line || a.start - b.start);
}

/** `tagged` has one entry a line. */
export function fusePeople(
  lines: readonly Line[],
  rules: readonly PersonMention[],
  tagged: readonly TaggedLine[],
): PersonMention[] {
  const byIndex = new Map(
    lines.map((line, position) => [line.index, { text: line.text, tagged: tagged[position] }] as const),
  );
  const candidates: Candidate<PersonMention>[] = rules.map((mention) => ({
    ...mention,
    value: mention,
    score:
      logOdds(byIndex.get(mention.line)?.tagged?.probability('person', mention.start, mention.end) ?? 0) +
      PERSON_BONUS[mention.evidence],
  }));
  const ruled = new Set(rules.map(({ line, start, end }) => `${line} ${start} ${end}`));
  for (const [position, line] of lines.entries()) {
    for (const { start, end, type, probability } of tagged[position]?.spans ?? []) {
      if (type !== 'person' || ruled.has(`${line.index} ${start} ${end}`)) continue;
      const value: PersonMention = { line: line.index, start, end, evidence: 'tagger', credit: '' };
      candidates.push({ line: line.index, start, end, score: logOdds(probability), value });
    }
  }
  const nameOf = ({ line, start, end }: Candidate<unknown>): string =>
    (byIndex.get(line)?.text ?? '').slice(start, end);
  const chosen = withoutOverlaps(candidates);
  const best = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const candidate of chosen) {
    const name = nameOf(candidate);
    best.set(name, Math.max(best.get(name) ?? -LIMIT, candidate.score));
    if (candidate.score > 0) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return chosen
    .filter((candidate) => {
      const name = nameOf(candidate);
      const repeats = Math.min(MOST_REPEATS, (counts.get(name) ?? 1) - 1);
      return (best.get(name) ?? 0) + repeats * REPEATED_BONUS > PERSON_THRESHOLD;
    })
    .map(({ value }) => value);
}

/** Places, venues and organisations; those of the rules keep what the rules know about them. */
export function fusePlaces(
  lines: readonly Line[],
  rules: readonly PlaceMention[],
  tagged: readonly TaggedLine[],
): PlaceMention[] {
  const position = new Map(lines.map((line, at) => [line.index, at] as const));
  const candidates: Candidate<PlaceMention>[] = [];
  for (const mention of rules) {
    const line = tagged[position.get(mention.line) ?? -1];
    const isOrganisation = mention.organisation && !mention.visited;
    const types: EntityType[] = isOrganisation ? ['organisation'] : ['place', 'venue'];
    const probability = types.reduce(
      (sum, type) => sum + (line?.probability(type, mention.start, mention.end) ?? 0),
      0,
    );
    const bonus = isOrganisation ? ORGANISATION_BONUS : mention.readings.length > 0 ? DIVISION_BONUS : UNIT_BONUS;
    candidates.push({ ...mention, value: mention, score: logOdds(Math.min(1, probability)) + bonus });
  }
  for (const [at, line] of lines.entries()) {
    for (const { start, end, type } of tagged[at]?.spans ?? []) {
      if (type === 'person') continue;
      const place =
        (tagged[at]?.probability('place', start, end) ?? 0) + (tagged[at]?.probability('venue', start, end) ?? 0);
      const probability =
        type === 'organisation' ? (tagged[at]?.probability(type, start, end) ?? 0) : Math.min(1, place);
      const mention: PlaceMention =
        type === 'organisation'
          ? { line: line.index, start, end, kind: 'venue', readings: [], visited: false, organisation: true }
          : placeMention(line.index, line.text, start, end, type === 'venue');
      candidates.push({ line: line.index, start, end, score: logOdds(probability), value: mention });
    }
  }
  return withoutOverlaps(candidates)
    .filter(
      ({ score, value }) => score > (value.organisation && !value.visited ? ORGANISATION_THRESHOLD : PLACE_THRESHOLD),
    )
    .map(({ value }) => value);
}

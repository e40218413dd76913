/** Joins the mentions of places to places: chains of divisions read as one, readings chosen by context, variants merged. */
import type { Place } from './digest';
import { chainOf, type Division, liesIn } from './gazetteer';
import type { Line } from './line';
import type { PlaceContext, PlaceMention } from './places';

/** The places of an article in order of appearance. A division that only opens a chain (彰化縣 in 彰化縣福興鄉) is no entry. */
export function gatherPlaces(
  lines: readonly Line[],
  mentions: readonly PlaceMention[],
  context: PlaceContext,
): Place[] {
  const originals = new Map(lines.map((line) => [line.index, line] as const));
  const surroundings = new Set([
    ...context.named,
    ...mentions.flatMap(({ readings }) => (readings.length === 1 ? readings : [])),
  ]);
  const places = new Map<string, Place>();
  const keyByName = new Map<string, string>();
  for (const { mention, outer, opensChain } of withOuter(mentions, surroundings)) {
    const line = originals.get(mention.line);
    if (!line || opensChain) continue;
    const simplified = line.text.slice(mention.start, mention.end);
    const reading = choose(mention.readings, outer, surroundings);
    const ambiguous = !reading && mention.readings.length > 1;
    const key = reading
      ? chainOf(reading).join('>')
      : (keyByName.get(mention.shortFor ?? simplified) ?? mention.shortFor ?? simplified);
    const place = places.get(key) ?? {
      name: line.original.slice(mention.start, mention.end),
      simplified,
      kind: reading?.kind ?? mention.kind,
      chain: reading
        ? chainOf(reading)
        : outer
          ? chainOf(outer)
          : ambiguous
            ? [mention.readings[0]?.name ?? simplified]
            : [],
      uncertain: ambiguous,
      ...(reading?.code ? { code: reading.code } : {}),
      mentions: [],
    };
    if (simplified.length > place.simplified.length) {
      place.name = line.original.slice(mention.start, mention.end);
      place.simplified = simplified;
    }
    place.mentions.push({ line: mention.line, start: mention.start, end: mention.end });
    places.set(key, place);
    keyByName.set(simplified, key);
  }
  return [...places.values()];
}

interface Placed {
  mention: PlaceMention;
  /** The division written directly before, when it can hold this one. */
  outer: Division | null;
  /** A division inside this one is written directly behind. */
  opensChain: boolean;
}

function withOuter(mentions: readonly PlaceMention[], surroundings: ReadonlySet<Division>): Placed[] {
  const placed: Placed[] = [];
  for (const mention of mentions) {
    const previous = placed.at(-1);
    const adjacent = previous && previous.mention.line === mention.line && previous.mention.end === mention.start;
    const outer = mention.outer
      ? choose(mention.outer, null, surroundings)
      : adjacent
        ? holder(previous, mention, surroundings)
        : null;
    if (adjacent && outer && !mention.outer) previous.opensChain = true;
    placed.push({ mention, outer, opensChain: false });
  }
  return placed;
}

function holder(previous: Placed, mention: PlaceMention, surroundings: ReadonlySet<Division>): Division | null {
  const { readings } = previous.mention;
  const holding = readings.filter(
    (outer) =>
      mention.readings.length === 0 || mention.readings.some((inner) => inner !== outer && liesIn(inner, outer)),
  );
  return choose(holding, previous.outer, surroundings);
}

/** The one reading that lies in the outer division, or that most of the divisions around it agree with. */
function choose(
  readings: readonly Division[],
  outer: Division | null,
  surroundings: ReadonlySet<Division>,
): Division | null {
  const inside = outer ? readings.filter((reading) => liesIn(reading, outer)) : readings;
  if (inside.length <= 1) return inside[0] ?? null;
  const scored = inside.map((reading) => ({ reading, score: agreement(reading, surroundings) }));
  const highest = Math.max(...scored.map(({ score }) => score));
  const winners = scored.filter(({ score }) => score === highest);
  return highest > 0 && winners.length === 1 ? (winners[0]?.reading ?? null) : null;
}

function agreement(reading: Division, surroundings: ReadonlySet<Division>): number {
  let score = 0;
  for (let at = reading.parent; at; at = at.parent) if (surroundings.has(at)) score += 1;
  return score;
}

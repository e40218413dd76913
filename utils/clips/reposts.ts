/** Recognises the same article on several pages, however it was scripted, damaged, excerpted or added to there. */
import type { Clip } from './clip';
import { containment } from './sketch';

/** Share of the shorter text that stands in the longer one. */
const LEAST_CONTAINMENT = 0.7;

/** The shorter text is at least this share of the longer: a collection of articles is no repost of one of them. */
const LEAST_LENGTH = 0.4;

/**
 * Hashes of a sketch by which candidates are found, and how many of them must be shared. Of the 24, a repost at both
 * limits is expected to share 7: three in a hundred of those share fewer than 3, and hardly any of the complete copies.
 */
const PROBES = 24;
const LEAST_SHARED = 3;

/** A hash that the probes of more articles have is a formula of the trade and says nothing. */
const MOST_SHARING = 50;

/** The sketches of the newest versions, by clip id. */
export type Sketches = ReadonlyMap<string, readonly number[]>;

interface Group {
  first: Clip;
  members: Clip[];
}

/**
 * Ids of clips that are one article, the earliest first, for each article that several clips hold. A clip belongs to
 * the earliest article that it repeats or is repeated by; two clips are not grouped only because a third holds both.
 */
export function groupReposts(clips: readonly Clip[], sketches: Sketches): string[][] {
  const sketchOf = ({ id }: Clip) => sketches.get(id) ?? [];
  const groups: Group[] = [];
  const byHash = new Map<number, Group[]>();
  for (const clip of clips.toSorted(earliestFirst)) {
    const probes = sketchOf(clip).slice(0, PROBES);
    const known = candidates(probes, byHash).find(({ first }) => isRepost(first, clip, sketchOf));
    if (known) {
      known.members.push(clip);
      continue;
    }
    const group = { first: clip, members: [clip] };
    groups.push(group);
    for (const hash of probes) {
      const sharing = byHash.get(hash);
      if (!sharing) byHash.set(hash, [group]);
      else if (sharing.length <= MOST_SHARING) sharing.push(group);
    }
  }
  return groups.filter(({ members }) => members.length > 1).map(({ members }) => members.map(({ id }) => id));
}

/** Groups that share enough probes, those that share the most first. */
function candidates(probes: readonly number[], byHash: ReadonlyMap<number, Group[]>): Group[] {
  const shared = new Map<Group, number>();
  for (const hash of probes) {
    const sharing = byHash.get(hash) ?? [];
    if (sharing.length > MOST_SHARING) continue;
    for (const group of sharing) shared.set(group, (shared.get(group) ?? 0) + 1);
  }
  return Array.from(shared)
    .filter(([, count]) => count >= LEAST_SHARED)
    .sort((a, b) => b[1] - a[1])
    .map(([group]) => group);
}

function isRepost(a: Clip, b: Clip, sketchOf: (clip: Clip) => readonly number[]): boolean {
  const [shorter, longer] = a.card.length < b.card.length ? [a, b] : [b, a];
  if (shorter.card.length < LEAST_LENGTH * longer.card.length) return false;
  return containment(sketchOf(shorter), sketchOf(longer)) >= LEAST_CONTAINMENT;
}

/** By the day of publication; a page that shows none was published by the day it was saved. */
function earliestFirst(a: Clip, b: Clip): number {
  const [first, second] = [dayOf(a), dayOf(b)];
  if (first !== second) return first < second ? -1 : 1;
  if (a.createdAt === b.createdAt) return 0;
  return a.createdAt < b.createdAt ? -1 : 1;
}

const dayOf = (clip: Clip): string => clip.card.published ?? clip.createdAt.slice(0, 10);

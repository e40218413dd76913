/** Two clips of one article made into one: what the reader said of either, and the versions of both. */
import type { Clip, ClipVersion } from './clip';
import type { HeaderFields } from './header';

/** So that a mark still fits behind an id. */
const LONGEST_MARKED = 100;
const HASH_SHOWN = 16;

const isBefore = (a: string, b: string) => Date.parse(a) < Date.parse(b);

/**
 * The id of a version whose own id is taken by another text: the same one whenever it is asked for.
 * Such versions come from files that were edited by hand.
 */
export function markedSaveId({ saveId, textHash }: ClipVersion, clipId: string): string {
  return `${saveId.slice(0, LONGEST_MARKED)}~${textHash.slice(0, HASH_SHOWN)}~${clipId.slice(0, LONGEST_MARKED - HASH_SHOWN)}`;
}

/** The versions among `incoming` that are not among `known`, oldest first, as versions of the clip. */
export function versionsToAdd(
  known: readonly ClipVersion[],
  incoming: readonly ClipVersion[],
  clipId: string,
): ClipVersion[] {
  const hashes = new Map(known.map(({ saveId, textHash }) => [saveId, textHash]));
  const fresh: ClipVersion[] = [];
  for (const version of [...incoming].sort((a, b) => a.number - b.number)) {
    const marked = markedSaveId(version, clipId);
    if (hashes.get(version.saveId) === version.textHash || hashes.has(marked)) continue;
    const saveId = hashes.has(version.saveId) ? marked : version.saveId;
    hashes.set(saveId, version.textHash);
    fresh.push({ ...version, saveId, clipId });
  }
  return fresh;
}

/** Both histories (oldest first) as one, numbered anew by time; each keeps its own order, whatever its clock did. */
export function interleave(a: readonly ClipVersion[], b: readonly ClipVersion[]): ClipVersion[] {
  const merged: ClipVersion[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    const next = !left || (right && isBefore(right.savedAt, left.savedAt)) ? right : left;
    if (!next) break;
    if (next === left) i += 1;
    else j += 1;
    merged.push({ ...next, number: merged.length + 1 });
  }
  return merged;
}

function joinNotes(known: string, incoming: string): string {
  if (known.includes(incoming)) return known;
  return incoming.includes(known) ? incoming : `${known}\n\n${incoming}`;
}

/** What the reader said of both. A clip that is out of the trash on one side is out of it. */
export function mergeFields(known: Clip, incoming: Clip): HeaderFields {
  const inTrash = known.trashedAt !== null && incoming.trashedAt !== null;
  return {
    id: known.id,
    url: known.url,
    createdAt: isBefore(incoming.createdAt, known.createdAt) ? incoming.createdAt : known.createdAt,
    updatedAt: isBefore(known.updatedAt, incoming.updatedAt) ? incoming.updatedAt : known.updatedAt,
    note: joinNotes(known.note, incoming.note),
    tags: [...new Set([...known.tags, ...incoming.tags])],
    starred: known.starred || incoming.starred,
    trashedAt: inTrash ? known.trashedAt : null,
  };
}

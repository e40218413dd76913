/**
 * Two machines' headers of one clip made into one: a three-way merge, field by field, against what both started from.
 * A field that only one side changed is that side's; clocks decide nothing. Where both changed, neither loses what it wrote.
 */
import type { ClipFields } from './header-file';

/** Stands between two notes of one clip that were written on two machines. */
export function noteMark(writtenAt: string): string {
  return `—— ⇄ ${writtenAt} ——`;
}

/**
 * @param base What both sides once agreed on; null when that is not known, and then nothing counts as removed.
 * @param local The clip as it is here.
 * @param remote The clip as the server has it.
 */
export function mergeFields(base: ClipFields | null, local: ClipFields, remote: ClipFields): ClipFields {
  return {
    createdAt: [local.createdAt, remote.createdAt].sort()[0]!,
    updatedAt: later(local.updatedAt, remote.updatedAt),
    note: mergeNotes(base, local, remote),
    tags: mergeTags(base?.tags ?? [], local.tags, remote.tags),
    starred: base?.starred ? local.starred && remote.starred : local.starred || remote.starred,
    trashedAt: mergeTrash(base, local.trashedAt, remote.trashedAt),
  };
}

function mergeNotes(base: ClipFields | null, local: ClipFields, remote: ClipFields): string {
  if (local.note === remote.note || remote.note === base?.note) return local.note;
  if (local.note === base?.note) return remote.note;
  if (local.note.includes(remote.note)) return local.note;
  if (remote.note.includes(local.note)) return remote.note;
  return `${local.note}\n\n${noteMark(remote.updatedAt)}\n${remote.note}`;
}

/** What both have, and what either added; in the server's order, so that machines agree on it. */
function mergeTags(base: readonly string[], local: readonly string[], remote: readonly string[]): string[] {
  const [before, here, there] = [new Set(base), new Set(local), new Set(remote)];
  const kept = remote.filter((tag) => here.has(tag) || !before.has(tag));
  const added = local.filter((tag) => !there.has(tag) && !before.has(tag));
  return [...new Set([...kept, ...added])];
}

/** In doubt a clip is out of the trash. */
function mergeTrash(base: ClipFields | null, local: string | null, remote: string | null): string | null {
  if (base && local === base.trashedAt) return remote;
  if (base && remote === base.trashedAt) return local;
  if (local === null || remote === null) return null;
  return later(local, remote);
}

/** Of two times in ISO 8601, UTC. */
function later(a: string, b: string): string {
  return [a, b].sort()[1]!;
}

/** The order of versions that were saved on several machines: one for all, whatever came first to this one. */
import type { ClipVersion } from '../clip';

/**
 * Numbers the versions of a clip, oldest first. A number is never below the one the version was uploaded under, and
 * that one never below the versions its maker had: a version stays after all that it was saved after.
 * @param uploadedAs The number in the version's file name by save id; a version without one keeps its own.
 */
export function numberVersions(
  versions: readonly ClipVersion[],
  uploadedAs: ReadonlyMap<string, number>,
): ClipVersion[] {
  const keyed = versions.map((version) => ({ version, first: uploadedAs.get(version.saveId) ?? version.number }));
  keyed.sort(
    (a, b) =>
      a.first - b.first || compare(a.version.savedAt, b.version.savedAt) || compare(a.version.saveId, b.version.saveId),
  );
  let last = 0;
  return keyed.map(({ version, first }) => {
    last = Math.max(first, last + 1);
    return { ...version, number: last };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Merges clips that come from elsewhere into the library. Merging only adds: no version, note, tag or star that either
 * side has is lost, and merging the same again changes nothing.
 */
import type { ClipWithVersions } from './clip';
import { type ClipDatabase, type LibraryWrite, write } from './database';
import { addWhole, mergeInto, settleClip } from './settle';

export interface MergeReport {
  /** Clips that were not there. */
  added: number;
  /** Clips that were there and have a new version, note, tag or star now, or are out of the trash. */
  updated: number;
  unchanged: number;
  /** Versions that were not there, those of added clips included. */
  versions: number;
}

export const emptyReport = (): MergeReport => ({ added: 0, updated: 0, unchanged: 0, versions: 0 });

/** Merges checked records in one transaction: all of them, or none. */
export function importStaged(database: ClipDatabase, records: Iterable<ClipWithVersions>): Promise<MergeReport> {
  return write(database, async (transaction) => {
    const report = emptyReport();
    for (const record of records) await mergeClip(transaction, record, report);
    return report;
  });
}

/** Merges one record by its id, else by its address, and counts it in `report`. */
export async function mergeClip(write: LibraryWrite, incoming: ClipWithVersions, report: MergeReport): Promise<void> {
  const at = new Date().toISOString();
  const { id, url } = incoming.clip;
  const atUrl = await write.objectStore('clips').index('url').getKey(url);
  const known = (await settleClip(write, id, at)) ?? (atUrl === undefined ? null : await settleClip(write, atUrl, at));
  if (!known) {
    report.added += 1;
    report.versions += (await addWhole(write, incoming)).versions.length;
    return;
  }
  const { versions, changed } = await mergeInto(write, known, incoming);
  report.versions += versions;
  if (changed) report.updated += 1;
  else report.unchanged += 1;
}

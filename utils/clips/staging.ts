/** An import on its way: its parts wait in a store of their own until the last has come, then all are merged at once. */
import type { ClipWithVersions } from './clip';
import { type ClipDatabase, write } from './database';
import { emptyReport, type MergeReport, mergeClip } from './merge';

export interface ImportPart {
  importId: string;
  /** 0, 1, 2 … */
  index: number;
  records: ClipWithVersions[];
  /** When it came, ISO 8601 UTC. */
  at: string;
}

/** Parts of an import that was never finished are dropped after this, in milliseconds. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

/** A part of the import did not come. */
export class IncompleteImportError extends Error {
  override name = 'IncompleteImportError';
}

const partsOf = (importId: string) => IDBKeyRange.bound([importId], [importId, []]);

/** Keeps a part; one that comes again replaces itself. */
export function stagePart(database: ClipDatabase, part: ImportPart): Promise<void> {
  return write(database, async (transaction) => {
    await transaction.objectStore('staged').put(part);
  });
}

/**
 * Merges the `count` parts of an import, one in memory at a time, and forgets them; all in one transaction.
 * @throws IncompleteImportError when one is missing; the parts stay.
 */
export function commitStaged(database: ClipDatabase, importId: string, count: number): Promise<MergeReport> {
  return write(database, async (transaction) => {
    const staged = transaction.objectStore('staged');
    const report = emptyReport();
    for (let index = 0; index < count; index++) {
      const part = await staged.get([importId, index]);
      if (!part) throw new IncompleteImportError(`part ${index + 1} of ${count} is missing`);
      for (const record of part.records) await mergeClip(transaction, record, report);
    }
    await staged.delete(partsOf(importId));
    return report;
  });
}

/** Drops the parts of imports that were never finished. @param now The present time, ISO 8601 UTC. */
export function dropStale(database: ClipDatabase, now: string): Promise<void> {
  return write(database, async (transaction) => {
    const staged = transaction.objectStore('staged');
    for (const key of await staged.getAllKeys()) {
      const part = await staged.get(key);
      if (part && Date.parse(now) - Date.parse(part.at) > KEPT_FOR) await staged.delete(key);
    }
  });
}

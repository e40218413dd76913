/**
 * The care of the library, beside the library: how many clips it should hold, when it was last backed up, when it was
 * last seen to. Kept where a browser that clears the database does not reach, so that a loss is noticed.
 */
import * as v from 'valibot';

/** A backup is due after so many changes, or when the first of fewer is so old, in milliseconds. */
const MOST_CHANGES = 50;
const OLDEST_CHANGE = 30 * 24 * 60 * 60 * 1000;

const CARE_EVERY = 24 * 60 * 60 * 1000;

export interface Care {
  /** Clips that there should be at least; null until they were first counted. Below zero while many are being deleted. */
  expected: number | null;
  /** ISO 8601 UTC, as all times here. */
  lastBackup: string | null;
  /** Saves, changes and deletions since the last backup, and when the first of them was. */
  changes: number;
  changedSince: string | null;
  /** When trash and records were last looked through, and the id that was reached; '' at either end. */
  caredAt: string | null;
  inspected: string;
}

const Whole = v.pipe(v.number(), v.integer());
const Time = v.fallback(v.nullable(v.pipe(v.string(), v.isoTimestamp())), null);

const CareSchema = v.object({
  expected: v.fallback(v.nullable(Whole), null),
  lastBackup: Time,
  changes: v.fallback(Whole, 0),
  changedSince: Time,
  caredAt: Time,
  inspected: v.fallback(v.string(), ''),
});

/** Whatever was stored, as a Care: what is missing or damaged is unknown. */
export function readCare(stored: unknown): Care {
  return v.parse(CareSchema, typeof stored === 'object' && stored !== null ? stored : {});
}

/** After a committed change of the library that added so many clips. */
export function noteChange(care: Care, added: number, at: string): Care {
  return {
    ...care,
    expected: care.expected === null ? null : care.expected + added,
    changes: care.changes + 1,
    changedSince: care.changedSince ?? at,
  };
}

/**
 * Fewer clips are expected from now on. Said before they are deleted: a background that is stopped in between then
 * expects too few, which counting mends, and not too many, which would look like a loss.
 */
export function expectFewer(care: Care, deleted: number): Care {
  return { ...care, expected: care.expected === null ? null : care.expected - deleted };
}

/** After counting: more clips than expected are expected from now on, fewer are a loss. */
export function noteCount(care: Care, count: number): Care {
  return { ...care, expected: Math.max(count, care.expected ?? 0) };
}

/** The reader knows of the loss, and goes on with what is there. */
export function acceptCount(care: Care, count: number): Care {
  return { ...care, expected: count };
}

export function noteBackup(care: Care, at: string): Care {
  return { ...care, lastBackup: at, changes: 0, changedSince: null };
}

/** Whether the reader should be reminded of a backup. Nothing is due for a library without clips. */
export function isBackupDue({ changes, changedSince }: Care, count: number, now: string): boolean {
  if (count === 0 || changes === 0) return false;
  return (
    changes >= MOST_CHANGES || (changedSince !== null && Date.parse(now) - Date.parse(changedSince) >= OLDEST_CHANGE)
  );
}

/** Whether trash and records are to be looked through again. A clock that went back counts as a day. */
export function isCareDue({ caredAt }: Care, now: string): boolean {
  return caredAt === null || Math.abs(Date.parse(now) - Date.parse(caredAt)) >= CARE_EVERY;
}

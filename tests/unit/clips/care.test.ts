import { describe, expect, test } from 'vitest';
import {
  acceptCount,
  type Care,
  expectFewer,
  isBackupDue,
  isCareDue,
  noteBackup,
  noteChange,
  noteCount,
  readCare,
} from '../../../utils/clips/care';

const UNKNOWN: Care = {
  expected: null,
  lastBackup: null,
  changes: 0,
  changedSince: null,
  caredAt: null,
  inspected: '',
};
const AT = '2026-01-01T00:00:00.000Z';

test.each([[undefined], [null], ['x'], [[]], [{ expected: '7', changes: {}, lastBackup: 'monday', inspected: 0 }]])(
  'damaged memory %j is no memory',
  (stored) => expect(readCare(stored)).toEqual(UNKNOWN),
);

test('what was stored is read back', () => {
  const care = { expected: 3, lastBackup: AT, changes: 2, changedSince: AT, caredAt: AT, inspected: 'a' };
  expect(readCare(structuredClone(care))).toEqual(care);
});

describe('the count of clips', () => {
  const ten = noteCount(UNKNOWN, 10);

  test('is what was there when it was first counted', () => expect(ten.expected).toBe(10));

  test('that is lower than expected stays a loss, also when clips are saved since', () => {
    expect(noteCount(ten, 4).expected).toBe(10);
    expect(noteCount(noteChange(ten, 1, AT), 5).expected).toBe(11);
  });

  test('that is higher corrects what is expected', () => expect(noteCount(ten, 12).expected).toBe(12));

  test('is no loss after a deletion, whether or not the background lived to hear how many there were', () => {
    const announced = expectFewer(ten, 3);
    expect(noteCount(announced, 7).expected).toBe(7);
    expect(noteCount(announced, 10).expected).toBe(10);
    expect(noteChange(announced, 3 - 2, AT).expected).toBe(8);
  });

  test('is right after more deletions were announced than there are clips', () => {
    expect(noteChange(expectFewer(noteCount(UNKNOWN, 2), 5), 5 - 2, AT).expected).toBe(0);
  });

  test('is accepted by the reader', () => expect(acceptCount(ten, 4).expected).toBe(4));
});

describe('a reminder of the backup', () => {
  const changed = (times: number) => {
    let care = UNKNOWN;
    for (let i = 0; i < times; i++) care = noteChange(care, 1, AT);
    return care;
  };

  test('comes with the 50th change', () => {
    expect(isBackupDue(changed(49), 49, AT)).toBe(false);
    expect(isBackupDue(changed(50), 50, AT)).toBe(true);
  });

  test('comes 30 days after the first change', () => {
    expect(isBackupDue(changed(1), 1, '2026-01-30T23:59:59.999Z')).toBe(false);
    expect(isBackupDue(changed(1), 1, '2026-01-31T00:00:00.000Z')).toBe(true);
  });

  test('does not come for an empty library, nor when nothing has changed since the last backup', () => {
    expect(isBackupDue(changed(50), 0, AT)).toBe(false);
    expect(isBackupDue(noteBackup(changed(50), AT), 50, '2027-01-01T00:00:00.000Z')).toBe(false);
  });
});

test('the library is looked through once a day, and again when the clock went back by more', () => {
  const cared = { ...UNKNOWN, caredAt: AT };
  expect(isCareDue(UNKNOWN, AT)).toBe(true);
  expect(isCareDue(cared, '2026-01-01T23:59:59.999Z')).toBe(false);
  expect(isCareDue(cared, '2026-01-02T00:00:00.000Z')).toBe(true);
  expect(isCareDue(cared, '2025-12-30T00:00:00.000Z')).toBe(true);
});

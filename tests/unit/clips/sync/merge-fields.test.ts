import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClipFields } from '../../../../utils/clips/sync/header-file';
import { mergeFields } from '../../../../utils/clips/sync/merge-fields';

const fields = (change: Partial<ClipFields> = {}): ClipFields => ({
  createdAt: '2026-03-01T00:00:00.000Z',
  updatedAt: '2026-03-01T00:00:00.000Z',
  note: '',
  tags: [],
  starred: false,
  trashedAt: null,
  ...change,
});

const DAY = '2026-03-05T00:00:00.000Z';
const LATER = '2026-03-06T00:00:00.000Z';

describe('without a common base nothing counts as removed', () => {
  test.each<[keyof ClipFields, unknown, unknown, unknown]>([
    ['note', '甲', '', '甲'],
    ['note', '甲', '甲乙', '甲乙'],
    ['note', '甲', '乙', `甲\n\n—— ⇄ 2026-03-01T00:00:00.000Z ——\n乙`],
    ['tags', ['b'], ['a'], ['a', 'b']],
    ['starred', false, true, true],
    ['trashedAt', DAY, null, null],
    ['trashedAt', DAY, LATER, LATER],
    ['createdAt', DAY, LATER, DAY],
    ['updatedAt', DAY, LATER, LATER],
  ])('%s: %j here, %j there', (field, local, remote, expected) => {
    expect(mergeFields(null, fields({ [field]: local }), fields({ [field]: remote }))[field]).toEqual(expected);
  });
});

describe('against a base, a field is of the side that changed it', () => {
  test.each<[keyof ClipFields, unknown, unknown, unknown, unknown]>([
    ['note', '原', '原', '乙', '乙'],
    ['note', '原', '', '原', ''],
    ['tags', ['a', 'b'], ['b'], ['a', 'b', 'c'], ['b', 'c']],
    ['starred', true, true, false, false],
    ['starred', false, true, false, true],
    ['trashedAt', null, DAY, null, DAY],
    ['trashedAt', DAY, DAY, null, null],
    ['trashedAt', DAY, null, LATER, null],
  ])('%s: %j became %j here, %j there', (field, base, local, remote, expected) => {
    const merged = mergeFields(fields({ [field]: base }), fields({ [field]: local }), fields({ [field]: remote }));
    expect(merged[field]).toEqual(expected);
  });
});

const anyFields = fc.record({
  createdAt: fc.constantFrom(DAY, LATER),
  updatedAt: fc.constantFrom(DAY, LATER),
  note: fc.string({ maxLength: 4 }),
  tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  starred: fc.boolean(),
  trashedAt: fc.constantFrom(null, DAY, LATER),
});

test('merging the same again changes nothing', () => {
  fc.assert(
    fc.property(fc.option(anyFields), anyFields, anyFields, (base, local, remote) => {
      const merged = mergeFields(base, local, remote);
      expect(mergeFields(remote, merged, remote)).toEqual(merged);
      expect(mergeFields(merged, merged, merged)).toEqual(merged);
    }),
  );
});

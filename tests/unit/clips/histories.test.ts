import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClipVersion } from '../../../utils/clips/clip';
import { interleave, mergeFields, versionsToAdd } from '../../../utils/clips/histories';
import { makeClip, makeVersion } from './make-clip';

const versionOf = (saveId: string, number: number, minute: number): ClipVersion => ({
  ...makeVersion({ number }),
  saveId,
  savedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
  textHash: `hash of ${saveId}`,
});

/** A history whose clock may go back. */
const history = (name: string) =>
  fc
    .array(fc.integer({ min: 0, max: 50 }), { maxLength: 8 })
    .map((minutes) => minutes.map((minute, i) => versionOf(`${name}${i}`, i + 1, minute)));

const idsOf = (versions: readonly ClipVersion[]) => versions.map(({ saveId }) => saveId);

describe('two histories in one', () => {
  test('hold every version once, in the order of each, numbered from 1', () => {
    fc.assert(
      fc.property(history('a'), history('b'), (a, b) => {
        const ids = idsOf(interleave(a, b));
        expect(ids.filter((id) => id.startsWith('a'))).toEqual(idsOf(a));
        expect(ids.filter((id) => id.startsWith('b'))).toEqual(idsOf(b));
        expect(interleave(a, b).map(({ number }) => number)).toEqual(ids.map((_, i) => i + 1));
      }),
    );
  });

  test('stand in the order of time', () => {
    const a = [versionOf('a1', 1, 1), versionOf('a2', 2, 3)];
    const b = [versionOf('b1', 1, 2), versionOf('b2', 2, 4)];
    expect(idsOf(interleave(a, b))).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  test('have nothing to add to each other once they are one', () => {
    fc.assert(
      fc.property(history('a'), history('b'), (a, b) => {
        const merged = interleave(a, versionsToAdd(a, b, 'clip'));
        expect(versionsToAdd(merged, a, 'clip')).toEqual([]);
        expect(versionsToAdd(merged, b, 'clip')).toEqual([]);
      }),
    );
  });
});

test('merging what the reader said is the same a second time, and loses no note and no tag', () => {
  const side = fc.record({
    note: fc.constantFrom('', '甲', '乙', '甲乙'),
    tags: fc.uniqueArray(fc.constantFrom('黨建', '商圈', '待查')),
    starred: fc.boolean(),
    trashedAt: fc.constantFrom(null, '2026-02-01T00:00:00.000Z'),
  });
  fc.assert(
    fc.property(side, side, (mine, theirs) => {
      const [known, incoming] = [makeClip({ id: 'a', ...mine }), makeClip({ id: 'b', ...theirs })];
      const once = mergeFields(known, incoming);
      expect(mergeFields({ ...known, ...once }, incoming)).toEqual(once);
      expect(once.note).toContain(mine.note);
      expect(once.note).toContain(theirs.note);
      expect(once.tags).toEqual(expect.arrayContaining([...mine.tags, ...theirs.tags]));
      expect(once.starred).toBe(mine.starred || theirs.starred);
      expect(once.trashedAt === null).toBe(mine.trashedAt === null || theirs.trashedAt === null);
    }),
  );
});

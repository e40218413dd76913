import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetMap } from '../../../utils/script/offsets';
import type { Edit } from '../../../utils/script/script';

const annotation = (start: number, end: number): Edit => ({ start, end, replacement: '', reason: 'annotation' });

describe('offsetMap', () => {
  test('without edits offsets stay', () => {
    const { toClean, toOriginal } = offsetMap([]);
    expect([toClean(7), toOriginal(7)]).toEqual([7, 7]);
  });

  test('around a deletion: 廣陵區(qū)區委', () => {
    const { toClean, toOriginal } = offsetMap([annotation(3, 7)]);
    expect([0, 3, 4, 6, 7, 9].map(toClean)).toEqual([0, 3, 3, 3, 3, 5]);
    expect([0, 2, 3, 5].map(toOriginal)).toEqual([0, 2, 7, 9]);
  });

  test('inside a replacement the distance from its start is kept as far as it goes', () => {
    const { toClean, toOriginal } = offsetMap([{ start: 1, end: 9, replacement: '為商圈', reason: 'shifted-run' }]);
    expect([1, 2, 4, 8, 9, 10].map(toClean)).toEqual([1, 2, 4, 4, 4, 5]);
    expect([1, 3, 4, 5].map(toOriginal)).toEqual([1, 3, 9, 10]);
  });

  test('a longer replacement', () => {
    const { toClean, toOriginal } = offsetMap([{ start: 1, end: 2, replacement: '為商圈', reason: 'shifted-run' }]);
    expect([1, 2, 3].map(toClean)).toEqual([1, 4, 5]);
    expect([1, 2, 3, 4].map(toOriginal)).toEqual([1, 2, 2, 2]);
  });

  test('both directions never go backwards, and clean offsets come back', () => {
    const steps = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 5 }), fc.nat(5)), { maxLength: 8 });
    fc.assert(
      fc.property(steps, fc.nat(40), (gaps, offset) => {
        let at = 0;
        const edits = gaps.map(([gap, length, size]): Edit => {
          const start = at + gap + 1;
          at = start + length;
          return { start, end: at, replacement: '換'.repeat(Math.min(size, length)), reason: 'shifted-run' };
        });
        const { toClean, toOriginal } = offsetMap(edits);
        expect(toClean(offset + 1)).toBeGreaterThanOrEqual(toClean(offset));
        expect(toOriginal(offset + 1)).toBeGreaterThanOrEqual(toOriginal(offset));
        expect(toClean(toOriginal(offset))).toBe(offset);
      }),
    );
  });
});

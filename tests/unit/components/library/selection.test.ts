import { expect, test } from 'vitest';
import { extendTo, NOTHING_SELECTED, selectAll, toggle, within } from '../../../../components/library/selection';

const shown = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids];

test('a clip is selected, and released', () => {
  const one = toggle(NOTHING_SELECTED, 'b');
  expect(ids(one)).toEqual(['b']);
  expect(ids(toggle(one, 'b'))).toEqual([]);
});

test('a range goes from the clip touched last, in either direction', () => {
  expect(ids(extendTo(toggle(NOTHING_SELECTED, 'b'), 'd', shown))).toEqual(['b', 'c', 'd']);
  expect(ids(extendTo(toggle(NOTHING_SELECTED, 'd'), 'b', shown))).toEqual(['d', 'b', 'c']);
});

test('a range that ends on a selected clip releases all of it', () => {
  const all = { ...selectAll(shown), anchor: 'b' };
  expect(ids(extendTo(all, 'd', shown))).toEqual(['a', 'e']);
});

test('without a clip to start from, a range is one clip', () => {
  expect(ids(extendTo(NOTHING_SELECTED, 'c', shown))).toEqual(['c']);
  expect(ids(extendTo({ ids: new Set(), anchor: 'gone' }, 'c', shown))).toEqual(['c']);
});

test('what is no longer shown is no longer selected', () => {
  const all = selectAll(shown);
  expect(ids(within(all, ['b', 'x']))).toEqual(['b']);
  expect(within(all, shown)).toBe(all);
});

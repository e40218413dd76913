import { expect, test } from 'vitest';
import { commandOf } from '../../../../components/library/list/keys';

const press = (key: string, held: Partial<Parameters<typeof commandOf>[0]> = {}) =>
  commandOf({ key, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...held });

test.each([
  ['/', 'search'],
  ['j', 'next'],
  ['ArrowUp', 'previous'],
  ['X', 'select'],
  ['Delete', 'trash'],
  ['#', 'trash'],
  ['?', 'help'],
])('%s asks for %s', (key, command) => {
  expect(press(key)).toBe(command);
});

test.each(['Enter', 'Tab', 'y', ' ', 'constructor'])('%s is left alone', (key) => {
  expect(press(key)).toBeNull();
});

test('a key with a modifier, or one that an input method composes with, is not the list’s', () => {
  expect(press('s', { ctrlKey: true })).toBeNull();
  expect(press('x', { metaKey: true })).toBeNull();
  expect(press('j', { altKey: true })).toBeNull();
  expect(press('j', { isComposing: true })).toBeNull();
});

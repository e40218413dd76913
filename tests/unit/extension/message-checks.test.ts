import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { BACKGROUND_CHECKS, GLANCE_CHECKS } = await import('../../../utils/extension/message-checks');

const ID = '11111111-1111-4111-8111-111111111111';
const save = {
  tabId: 7,
  saveId: ID,
  expected: { pageId: 'p', title: '標題', url: 'https://example.com/', text: '一' },
  note: '',
  tags: [],
};

describe('what messages carry', () => {
  test.each([
    ['clip:save', save],
    ['clip:change', { clipIds: ['a'], change: { note: '附注', tags: ['黨建'], starred: true, trashedAt: null } }],
    ['clip:change', { clipIds: [], change: {} }],
    ['clip:delete', { clipIds: ['a'] }],
    ['clip:import', { importId: ID, index: 0, records: [], last: true }],
    ['draft:get', { url: 'https://example.com/' }],
    ['draft:set', { url: 'https://example.com/', note: '稿', tags: [] }],
    ['library:health', undefined],
    ['data:delete', { kinds: ['clips', 'sync'] }],
  ] as const)('%s passes with %j', (name, args) => {
    expect(BACKGROUND_CHECKS[name](args)).toEqual(args);
  });

  test.each([
    ['clip:save', { ...save, saveId: 'a' }],
    ['clip:save', { ...save, tags: undefined }],
    ['clip:save', { ...save, note: 'x'.repeat(100_001) }],
    ['clip:save', { ...save, also: 1 }],
    ['clip:change', { clipIds: ['a'], change: { title: 'x' } }],
    ['clip:change', { clipIds: ['a'], change: { starred: undefined } }],
    ['clip:change', { clipIds: ['a'], change: { trashedAt: 'yesterday' } }],
    ['clip:change', JSON.parse('{ "clipIds": ["a"], "change": { "__proto__": { "starred": true }, "id": "b" } }')],
    ['clip:delete', { clipIds: [''] }],
    ['data:delete', { kinds: ['everything'] }],
    ['clip:import', { importId: ID, index: 0, records: [{}], last: true }],
    ['clip:import', { importId: ID, index: -1, records: [], last: true }],
    ['draft:get', {}],
    ['library:health', { x: 1 }],
  ] as const)('%s does not pass with %j', (name, args) => {
    expect(() => BACKGROUND_CHECKS[name](args)).toThrow();
  });

  test('whatever arrives passes or is refused with an Error, and changes no prototype', () => {
    const checks = Object.values({ ...BACKGROUND_CHECKS, ...GLANCE_CHECKS });
    const keys = fc.constantFrom('clipIds', 'change', 'records', 'note', 'tags', 'url', '__proto__', 'constructor');
    const args = fc.oneof(fc.anything(), fc.dictionary(keys, fc.anything()));
    fc.assert(
      fc.property(args, (given) => {
        for (const check of checks) {
          try {
            check(given);
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        }
      }),
      { numRuns: 1_000 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filters } from '../../../utils/clips/facets';
import { filtersToParams, parseFilters } from '../../../utils/clips/filters';

test('filters are written with their names', () => {
  const filters: Filters = { place: '江苏省>扬州市', starred: true, from: '2012-05-01', dates: 'event' };
  expect([...filtersToParams(filters)]).toEqual([
    ['place', '江苏省>扬州市'],
    ['from', '2012-05-01'],
    ['starred', '1'],
    ['dates', 'event'],
  ]);
  expect(filtersToParams({ dates: 'published' }).toString()).toBe('');
});

test('what is unknown or malformed is ignored', () => {
  const parameters = 'person=&colour=red&dates=never&from=2012-5-1&to=yesterday&starred=maybe&__proto__=x&tag=a&tag=b';
  expect(parseFilters(new URLSearchParams(parameters))).toEqual({ tag: 'a', dates: 'published' });
});

const text = fc.string({ unit: 'grapheme', minLength: 1 });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyFilters: fc.Arbitrary<Filters> = fc.record(
  {
    person: text,
    place: text,
    agency: text,
    host: text,
    tag: text,
    starred: fc.constant(true),
    from: day,
    to: day,
    dates: fc.constantFrom('published', 'event'),
  },
  { requiredKeys: ['dates'] },
);

test('filters come back from an address as they were', () => {
  fc.assert(
    fc.property(anyFilters, (filters) => {
      const address = filtersToParams(filters).toString();
      expect({ ...parseFilters(new URLSearchParams(address)) }).toEqual({ ...filters });
    }),
  );
});

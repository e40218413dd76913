import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  LAYOUTS,
  ORDERS,
  type Route,
  readRoute,
  routeHash,
  START,
  TEXT_VIEWS,
} from '../../../../components/library/route';

test('an empty hash is the start, and the start is an empty hash', () => {
  expect(readRoute('')).toEqual(START);
  expect(routeHash(START)).toBe('#');
});

test('the address that the popup opens shows the clip', () => {
  expect(readRoute('#clip=a1')).toEqual({ ...START, clip: 'a1' });
});

test('what an address does not know is left out', () => {
  expect(readRoute('#sort=colour&view=map&text=klingon&from=yesterday&version=x&__proto__=1')).toEqual(START);
});

test('a view in full', () => {
  const route: Route = {
    query: '調研 "党建"',
    filters: { person: '陈锴竑', place: '江苏省>扬州市', starred: true, from: '2012-05-01', dates: 'event' },
    order: 'event',
    layout: 'timeline',
    trash: true,
    clip: 'a1',
    version: 2,
    text: 'both',
    facets: true,
  };
  expect(readRoute(routeHash(route))).toEqual(route);
});

const words = fc.string({ unit: 'grapheme', minLength: 1 });
const routes: fc.Arbitrary<Route> = fc.record({
  query: fc.string({ unit: 'grapheme' }),
  filters: fc.record(
    { person: words, place: words, tag: words, dates: fc.constantFrom('event', 'published') },
    {
      requiredKeys: ['dates'],
    },
  ),
  order: fc.constantFrom(...ORDERS),
  layout: fc.constantFrom(...LAYOUTS),
  trash: fc.boolean(),
  clip: fc.option(fc.uuid()),
  version: fc.option(fc.integer({ min: 1, max: 1000 })),
  text: fc.constantFrom(...TEXT_VIEWS),
  facets: fc.boolean(),
});

test('every route comes back from its address', () => {
  fc.assert(
    fc.property(routes, (route) => {
      expect(readRoute(routeHash(route))).toEqual(route);
    }),
  );
});

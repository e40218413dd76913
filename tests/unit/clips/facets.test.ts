import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clip } from '../../../utils/clips/clip';
import { type Facets, type Filters, facetsOf, filterBy, type PlaceNode } from '../../../utils/clips/facets';
import { makeClip } from './make-clip';

const person = (name: string, simplified = name) => ({ name, simplified, roles: [] });
const place = (...chain: string[]) => ({ name: chain.at(-1) ?? '某地', simplified: chain.at(-1) ?? '某地', chain });
const ids = (clips: readonly Clip[]) => clips.map(({ id }) => id);

const clips = [
  makeClip({
    id: 'a',
    tags: ['党建', '党建'],
    starred: true,
    card: {
      published: '2012-05-18',
      event: '2012-05-17',
      host: 'one.example',
      agency: '广陵区人民政府',
      people: [person('陳鍇竑', '陈锴竑'), person('陈锴竑'), person('居益芬')],
      places: [place('江苏省', '扬州市', '广陵区'), place('江苏省', '扬州市', '邗江区'), place('江苏省'), place()],
    },
  }),
  makeClip({
    id: 'b',
    tags: ['党建'],
    card: {
      published: '2013-01-02',
      host: 'two.example',
      agency: '广陵区人民政府',
      people: [person('陈锴竑')],
      places: [place('江苏省', '扬州市', '广陵区', '汶河街道')],
    },
  }),
  makeClip({
    id: 'c',
    card: { event: '2013-01-01', host: 'two.example', people: [person('居益芬')], places: [place('浙江省', '杭州市')] },
  }),
];

describe('facets', () => {
  test('count clips, the frequent values first, then by appearance', () => {
    const { people, agencies, hosts, tags } = facetsOf(clips);
    expect(people).toEqual([
      { value: '陈锴竑', label: '陈锴竑', count: 2 },
      { value: '居益芬', label: '居益芬', count: 2 },
    ]);
    expect(agencies).toEqual([{ value: '广陵区人民政府', label: '广陵区人民政府', count: 2 }]);
    expect(hosts.map(({ value, count }) => [value, count])).toEqual([
      ['two.example', 2],
      ['one.example', 1],
    ]);
    expect(tags).toEqual([{ value: '党建', label: '党建', count: 2 }]);
  });

  test('show places in what they lie in, a clip counted once for each', () => {
    const outline = (nodes: readonly PlaceNode[]): unknown[] =>
      nodes.map(({ label, count, children }) => [label, count, ...outline(children)]);
    const { places } = facetsOf(clips);
    expect(outline(places)).toEqual([
      ['江苏省', 2, ['扬州市', 2, ['广陵区', 2, ['汶河街道', 1]], ['邗江区', 1]]],
      ['浙江省', 1, ['杭州市', 1]],
    ]);
    expect(places[0]!.children[0]!.children[0]!.value).toBe('江苏省>扬州市>广陵区');
  });

  test('respect the other filters, not their own', () => {
    const { people, hosts, places } = facetsOf(clips, { dates: 'published', person: '陈锴竑' });
    expect(people.map(({ value, count }) => [value, count])).toEqual([
      ['陈锴竑', 2],
      ['居益芬', 2],
    ]);
    expect(hosts.map(({ value, count }) => [value, count])).toEqual([
      ['one.example', 1],
      ['two.example', 1],
    ]);
    expect(places.map(({ value }) => value)).toEqual(['江苏省']);
  });

  test('of no clips are empty', () => {
    expect(facetsOf([])).toEqual({ people: [], places: [], agencies: [], hosts: [], tags: [] });
  });

  test('values named like properties of objects are values', () => {
    const odd = makeClip({ id: 'odd', tags: ['__proto__', 'constructor'] });
    expect(facetsOf([odd]).tags.map(({ value, count }) => [value, count])).toEqual([
      ['__proto__', 1],
      ['constructor', 1],
    ]);
  });
});

describe('filters', () => {
  const PUBLISHED = { dates: 'published' } as const;
  test.each<[Filters, string[]]>([
    [PUBLISHED, ['a', 'b', 'c']],
    [{ ...PUBLISHED, person: '居益芬' }, ['a', 'c']],
    [{ ...PUBLISHED, place: '江苏省>扬州市' }, ['a', 'b']],
    [{ ...PUBLISHED, place: '江苏省>扬州市>邗江区' }, ['a']],
    [{ ...PUBLISHED, place: '扬州市' }, []],
    [{ ...PUBLISHED, agency: '广陵区人民政府', host: 'two.example' }, ['b']],
    [{ ...PUBLISHED, tag: '党建' }, ['a', 'b']],
    [{ ...PUBLISHED, tag: '没有' }, []],
    [{ ...PUBLISHED, starred: true }, ['a']],
    [{ ...PUBLISHED, starred: false }, ['a', 'b', 'c']],
    [{ ...PUBLISHED, from: '2012-05-18' }, ['a', 'b']],
    [{ ...PUBLISHED, to: '2012-05-18' }, ['a']],
    [{ dates: 'event', from: '2012-05-18', to: '2013-01-01' }, ['c']],
  ])('%j leave %j', (filters, left) => {
    expect(ids(filterBy(clips, filters))).toEqual(left);
  });
});

const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const anyClips = fc.array(
  fc.record({
    people: fc.array(fc.constantFrom('张三', '李四', '王小明'), { maxLength: 3 }),
    chains: fc.array(fc.constantFrom(['甲省'], ['甲省', '乙市'], ['甲省', '乙市', '丙区'], ['乙市'], []), {
      maxLength: 3,
    }),
    agency: fc.constantFrom(null, '一局', '二局'),
    host: fc.constantFrom('one', 'two'),
    tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    starred: fc.boolean(),
    published: fc.constantFrom(null, '2012-01-01', '2013-01-01'),
  }),
  { maxLength: 12 },
);
const anyFilters = fc.record({
  person: some('张三', '李四'),
  place: some('甲省', '甲省>乙市', '乙市'),
  agency: some('一局'),
  host: some('one', 'two'),
  tag: some('x', 'y'),
  starred: some(true),
  from: some('2012-06-01'),
});

test('counts are those of choosing the value and counting the clips', () => {
  fc.assert(
    fc.property(anyClips, anyFilters, (made, chosen) => {
      const library = made.map(({ people, chains, tags, starred, ...card }, index) =>
        makeClip({
          id: `${index}`,
          tags,
          starred,
          card: { ...card, people: people.map((name) => person(name)), places: chains.map((chain) => place(...chain)) },
        }),
      );
      const filters = JSON.parse(JSON.stringify({ dates: 'published', ...chosen })) as Filters;
      const flat = (nodes: readonly PlaceNode[]): PlaceNode[] =>
        nodes.flatMap((node) => [node, ...flat(node.children)]);
      const facets = facetsOf(library, filters);
      const counted: [keyof Filters, { value: string; count: number }[]][] = [
        ['person', facets.people],
        ['place', flat(facets.places)],
        ['agency', facets.agencies],
        ['host', facets.hosts],
        ['tag', facets.tags],
      ];
      const values: Record<string, string[]> = {
        person: ['张三', '李四', '王小明'],
        place: ['甲省', '甲省>乙市', '甲省>乙市>丙区', '乙市'],
        agency: ['一局', '二局'],
        host: ['one', 'two'],
        tag: ['x', 'y'],
      };
      for (const [name, counts] of counted) {
        for (const value of values[name]!) {
          const count = counts.find((facet) => facet.value === value)?.count ?? 0;
          expect(count).toBe(filterBy(library, { ...filters, [name]: value }).length);
        }
      }
    }),
  );
});

test('facets are sorted by count', () => {
  fc.assert(
    fc.property(anyClips, (made) => {
      const library = made.map(({ tags, host }, index) => makeClip({ id: `${index}`, tags, card: { host } }));
      const facets: Facets = facetsOf(library);
      for (const values of [facets.tags, facets.hosts]) {
        const counts = values.map(({ count }) => count);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }
    }),
  );
});

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Clip } from '../../../utils/clips/clip';
import { isClip } from '../../../utils/clips/is-clip';
import { ClipSchema } from '../../../utils/clips/record-schema';
import { makeClip } from './make-clip';

const clip: Clip = makeClip({
  id: 'a',
  tags: ['黨建'],
  trashedAt: '2026-01-01T00:00:00.000Z',
  card: {
    published: '2012-05-17',
    people: [{ name: '陳鍇竑', simplified: '陈锴竑', roles: ['區委書記'] }],
    places: [{ name: '廣陵區', simplified: '广陵区', chain: ['江苏省', '扬州市', '广陵区'] }],
  },
});

type Path = (string | number)[];

/** The path of every value in a record, inner ones included. */
function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    yield* pathsIn((value as Record<string, unknown>)[key], [...path, step]);
  }
}

/** A copy with the value at `path` replaced, or taken out when `value` is undefined. */
function changed(record: Clip, path: Path, value: unknown): unknown {
  const copy = structuredClone(record) as unknown as Record<string | number, unknown>;
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = holder[step] as typeof copy;
  const last = path.at(-1)!;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

const VALUES = [
  undefined,
  null,
  '',
  'x',
  'javascript:alert(1)',
  'https://example.com/',
  0,
  1,
  -1,
  1.5,
  true,
  {},
  [],
  ['x'],
  [null],
];

describe('the fast check of a header', () => {
  test('accepts a header, and one with fields of a newer Qingyue', () => {
    expect(isClip(clip)).toBe(true);
    expect(isClip({ ...clip, colour: 'red' })).toBe(true);
  });

  test.each([[null], [undefined], ['x'], [7], [[]], [{}]])('refuses %j', (value) => expect(isClip(value)).toBe(false));

  test('agrees with the schema wherever any value stands in place of any other', () => {
    const disagreements: string[] = [];
    let refused = 0;
    for (const path of pathsIn(clip)) {
      for (const value of VALUES) {
        const record = changed(clip, path, value);
        const fast = isClip(record);
        if (!fast) refused += 1;
        if (fast !== v.is(ClipSchema, record)) disagreements.push(`${path.join('.')} = ${JSON.stringify(value)}`);
      }
    }
    expect(disagreements).toEqual([]);
    expect(refused).toBeGreaterThan(300);
  });
});

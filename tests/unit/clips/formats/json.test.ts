import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClipWithVersions } from '../../../../utils/clips/clip';
import { readJson } from '../../../../utils/clips/formats/import';
import { toJson } from '../../../../utils/clips/formats/json';
import { entries } from './arbitrary-entry';
import { HOSTILE_TEXTS, hostileEntry, makeEntry, NOTICE, REPORT } from './make-entry';

async function textOf(clips: Iterable<ClipWithVersions> | AsyncIterable<ClipWithVersions>): Promise<string> {
  let text = '';
  for await (const piece of toJson(clips)) text += piece;
  return text;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The same object with its keys in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, reversed(held)]),
  );
}

describe('toJson', () => {
  test('is JSON with a head, a line for each clip, and a close', async () => {
    const text = await textOf([NOTICE, REPORT]);
    const lines = text.split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe('{"format":"qingyue-library","name":"清阅","version":2,"clips":[');
    expect(lines[1]?.startsWith('{"clip":{"card":{"agency":"揚州廣陵區","documentNumber":null,')).toBe(true);
    expect(lines.slice(3)).toEqual([']}', '']);
    expect(JSON.parse(text)).toEqual({ format: 'qingyue-library', name: '清阅', version: 2, clips: [REPORT, NOTICE] });
  });

  test('an empty library is a file too', async () => {
    expect(await textOf([])).toBe('{"format":"qingyue-library","name":"清阅","version":2,"clips":[\n]}\n');
  });

  test('clips stand in the order of their ids, versions of their numbers, keys of their code units', async () => {
    const [version] = REPORT.versions;
    const clip = { ...REPORT.clip, latest: 10 };
    const [two, ten] = [2, 10].map((number) => ({ ...version!, number }));
    const expected = await textOf([NOTICE, { clip, versions: [ten!, two!] }]);
    expect(await textOf([reversed({ clip, versions: [two, ten] }) as ClipWithVersions, NOTICE])).toBe(expected);
    expect([...expected.matchAll(/"number":(\d+),"original"/g)].map(([, number]) => number)).toEqual(['2', '10', '1']);
  });

  test('a stream is written piece by piece, a clip at a time', async () => {
    let asked = 0;
    async function* stream() {
      for (const entry of [REPORT, NOTICE]) {
        asked++;
        yield entry;
      }
    }
    const pieces = toJson(stream());
    await pieces.next();
    expect(asked).toBe(0);
    await pieces.next();
    expect(asked).toBe(1);
  });
});

describe('export, import, export', () => {
  test('is byte-identical for any clips', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (clips) => {
        const first = await textOf(clips);
        const { clips: read, rejected, refused, cutOff } = await readJson(bytesOf(first));
        expect({ rejected, refused, cutOff }).toEqual({ rejected: [], refused: null, cutOff: false });
        expect(await textOf(read)).toBe(first);
        const byId = [...clips].sort((a, b) => (a.clip.id < b.clip.id ? -1 : 1));
        expect(read).toEqual(byId);
      }),
    );
  });

  test.each(HOSTILE_TEXTS)('%j comes back as it was', async (text) => {
    // An address that is no link of the web never gets into a library.
    const entry = makeEntry({ clip: { title: text, note: text, tags: [text] }, card: hostileEntry(text).clip.card });
    const { clips } = await readJson(bytesOf(await textOf([entry])));
    expect(clips).toEqual([entry]);
  });
});

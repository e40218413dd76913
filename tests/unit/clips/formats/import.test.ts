import { describe, expect, test } from 'vitest';
import type { ClipWithVersions } from '../../../../utils/clips/clip';
import { type ImportLimits, LIMITS, readClips, readJson } from '../../../../utils/clips/formats/import';
import { toJson } from '../../../../utils/clips/formats/json';
import { makeEntry, NOTICE, REPORT } from './make-entry';

const HEAD = '{"format":"qingyue-library","name":"清阅","version":2,"clips":[';
const CLOSE = ']}\n';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function fileOf(...entries: ClipWithVersions[]): Promise<string> {
  let text = '';
  for await (const piece of toJson(entries)) text += piece;
  return text;
}

/** Anything, to be changed at will. */
type Parsed = ReturnType<typeof JSON.parse>;

/** A file of one record, in which `change` has put something. */
async function changed(change: (record: Parsed) => void, entry = makeEntry()): Promise<string> {
  const record = JSON.parse(JSON.stringify(entry));
  change(record);
  return `${HEAD}\n${JSON.stringify(record)}\n${CLOSE}`;
}

const read = (text: string, limits?: Partial<ImportLimits>) => readJson(bytesOf(text), { ...LIMITS, ...limits });

const faultOf = async (text: string, limits?: Partial<ImportLimits>) => {
  const { clips, rejected } = await read(text, limits);
  expect(clips).toEqual([]);
  expect(rejected).toHaveLength(1);
  expect(rejected[0]?.line).toBe(2);
  return rejected[0]?.fault;
};

/** Bytes in GB18030, made by asking the decoder for every pair of bytes. */
function gb18030Of(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !pairs.has(character)) pairs.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : pairs.get(one)!)));
}

describe('sources', () => {
  const sound = {
    refused: null,
    encoding: 'utf-8',
    rejected: [],
    rejectedCount: 0,
    cutOff: false,
    clips: [REPORT, NOTICE],
  };

  test('bytes', async () => {
    expect(await read(await fileOf(REPORT, NOTICE))).toEqual(sound);
  });

  test('a stream, whose chunks end anywhere', async () => {
    const bytes = bytesOf(await fileOf(REPORT, NOTICE));
    for (const size of [1, 7, 1000]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.slice(at * size, (at + 1) * size),
      );
      expect(await readJson(chunks)).toEqual(sound);
      expect(await readJson(new Blob(chunks).stream())).toEqual(sound);
    }
  });

  test('a stream that fails is no short file', async () => {
    const failing = (async function* () {
      yield bytesOf(HEAD);
      throw new Error('disk');
    })();
    await expect(readJson(failing)).rejects.toThrow('disk');
  });

  test('clips are handed on as their lines are read', async () => {
    const seen: [string, number][] = [];
    const report = await readClips(bytesOf(await fileOf(REPORT, NOTICE)), ({ clip }, line) => {
      seen.push([clip.id, line]);
    });
    expect(seen).toEqual([
      ['0b5e-1', 2],
      ['n-1', 3],
    ]);
    expect(report.clips).toBe(2);
  });

  test('lines may end in CR LF and have blank lines between them', async () => {
    const text = (await fileOf(REPORT, NOTICE)).replaceAll('\n', '\r\n\r\n');
    expect(await read(text)).toEqual(sound);
  });
});

describe('encodings', () => {
  test('a byte order mark is not in the way', async () => {
    const { clips, refused } = await read(`\ufeff${await fileOf(REPORT)}`);
    expect([clips, refused]).toEqual([[REPORT], null]);
  });

  test('GB18030 is told by the head', async () => {
    const { clips, encoding, rejected } = await readJson(gb18030Of(await fileOf(REPORT, NOTICE)));
    expect([clips, encoding, rejected]).toEqual([[REPORT, NOTICE], 'gb18030', []]);
  });

  test('UTF-16 is refused', async () => {
    const text = await fileOf(REPORT);
    const bytes = new Uint8Array(Uint16Array.from([0xfeff, ...Array.from(text, (unit) => unit.charCodeAt(0))]).buffer);
    expect((await readJson(bytes)).refused).toEqual({ code: 'encoding' });
  });

  test('a byte that went wrong costs its clip, and the others are not read as GB18030', async () => {
    const bytes = bytesOf(await fileOf(NOTICE, REPORT));
    bytes[bytes.indexOf(0xe7, bytes.lastIndexOf(0x0a, -5) - 400)] = 0xff;
    const { clips, encoding, rejected } = await readJson(bytes);
    expect(encoding).toBe('utf-8');
    expect(clips.length + rejected.length).toBe(2);
    expect(rejected.map(({ fault }) => fault)).toEqual([{ code: 'encoding' }]);
  });
});

describe('files that are refused', () => {
  test.each<[string, unknown]>([
    ['', { code: 'empty' }],
    ['\n', { code: 'not-a-library' }],
    ['hello', { code: 'not-a-library' }],
    ['[]', { code: 'not-a-library' }],
    ['<!DOCTYPE html>\n<html>', { code: 'not-a-library' }],
    ['{"format":"other","version":2,"clips":[\n]}\n', { code: 'not-a-library' }],
    ['{"format":"qingyue-library","version":"2","clips":[\n]}\n', { code: 'not-a-library' }],
    ['{"format":"qingyue-library","version":3,"clips":[\n]}\n', { code: 'newer-version', version: 3, supported: 2 }],
    ['{\n  "format": "qingyue-library",\n  "version": 2,\n  "clips": []\n}', { code: 'not-a-library' }],
  ])('%j', async (text, refused) => {
    const report = await read(text);
    expect(report.refused).toEqual(refused);
    expect(report.clips).toEqual([]);
  });

  test('more than 1 GB, given at once, is not looked at', async () => {
    const large = new Uint8Array(0);
    Object.defineProperty(large, 'length', { value: LIMITS.bytes + 1 });
    expect((await readJson(large)).refused).toEqual({ code: 'too-large', limit: 2 ** 30 });
  });

  test('more than 1 GB that streams in is refused before it is kept', async () => {
    const chunk = new Uint8Array(2 ** 24).fill(0x61);
    let given = 0;
    const endless = (async function* () {
      yield bytesOf(`${await fileOf(REPORT)}`.replace(/\n\]\}\n$/, ',\n'));
      for (;;) {
        given += chunk.length;
        yield chunk;
      }
    })();
    const before = process.memoryUsage().arrayBuffers;
    const { refused, clips } = await readJson(endless);
    expect(refused).toEqual({ code: 'too-large', limit: 2 ** 30 });
    expect(clips).toEqual([]);
    expect(given).toBe(2 ** 30);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 28);
  }, 60_000);

  test('a million clips are read, one more is refused', async () => {
    const { refused, rejected, rejectedCount } = await read(`${HEAD}\n${'0,\n'.repeat(999_999)}0\n${CLOSE}`);
    expect([refused, rejected.length, rejectedCount]).toEqual([null, 1000, 1_000_000]);
    const more = await read(`${HEAD}\n${'0,\n'.repeat(1_000_000)}0\n${CLOSE}`);
    expect(more.refused).toEqual({ code: 'too-many-clips', limit: 1_000_000 });
  }, 60_000);
});

describe('files that were cut off', () => {
  test('give every whole clip, wherever the cut is', async () => {
    const bytes = bytesOf(await fileOf(NOTICE, REPORT));
    const ends = [...bytes.keys()].filter((at) => bytes[at] === 0x0a);
    const [head, first, second] = ends as [number, number, number];
    for (const cut of [head + 1, head + 500, first - 1, first, first + 1, second - 300, second, second + 1]) {
      const { clips, cutOff, rejected } = await readJson(bytes.subarray(0, cut));
      expect(cutOff).toBe(true);
      const whole = [REPORT, NOTICE].slice(0, cut >= second ? 2 : cut >= first - 1 ? 1 : 0);
      expect(clips).toEqual(whole);
      const isWithinClip = ![head + 1, first - 1, first, first + 1, second, second + 1].includes(cut);
      expect(rejected.map(({ fault }) => fault.code)).toEqual(isWithinClip ? ['cut-off'] : []);
    }
  });
});

describe('clips that are rejected', () => {
  test.each<[string, (record: Parsed) => void, unknown]>([
    ['a number for a title', (record) => (record.clip.title = 7), ['clip.title', 'string', '7']],
    ['no note', (record) => delete record.clip.note, ['clip.note', '"note"', 'undefined']],
    ['a name', (record) => (record.clip.card.people = [{ name: null }]), ['clip.card.people.0.name', 'string', 'null']],
    [
      'a script for a link',
      (record) => {
        record.versions[0].article.attachments = [{ name: 'a', href: 'javascript:alert(1)', format: 'pdf' }];
      },
      ['versions.0.article.attachments.0.href', '/^(?:https?:|mailto:)/i', '"javascript:alert(1)"'],
    ],
    [
      'a block of another type',
      (record) => (record.versions[0].article.blocks = [{ type: 'html', html: '<b>' }]),
      ['versions.0.article.blocks.0.type', expect.stringContaining('"paragraph"'), '"html"'],
    ],
    ['versions that are no list', (record) => (record.versions = { length: 1 }), ['versions', 'Array', 'Object']],
    ['no clip', (record) => delete record.clip, ['clip', '"clip"', 'undefined']],
  ])('%s', async (_, change, [path, expected, received]: Parsed) => {
    expect(await faultOf(await changed(change))).toEqual({ code: 'wrong-type', path, expected, received });
  });

  test('what was found is not repeated at length', async () => {
    const fault = await faultOf(await changed((record) => (record.clip.url = 'x'.repeat(1e6))));
    expect(fault).toMatchObject({ path: 'clip.url', received: `"${'x'.repeat(79)}` });
  });

  test.each<[string, (record: Parsed) => void, unknown]>([
    ['a newer schema', (record) => (record.clip.schema = 3), { code: 'newer-version', version: 3, supported: 2 }],
    ['no version', (record) => (record.versions = []), { code: 'no-version' }],
    ["another clip's version", (record) => (record.versions[0].clipId = 'b'), { code: 'foreign-version', clipId: 'b' }],
    ['a version twice', (record) => record.versions.push(record.versions[0]), { code: 'duplicate-version', number: 1 }],
    [
      'a version that its clip does not know',
      (record) => (record.versions[0].number = 2),
      { code: 'version-beyond-latest', number: 2 },
    ],
  ])('%s', async (_, change, fault) => {
    expect(await faultOf(await changed(change))).toEqual(fault);
  });

  test('nesting without end', async () => {
    const deep = `${'['.repeat(1e6)}${']'.repeat(1e6)}`;
    expect(await faultOf(`${HEAD}\n${deep}\n${CLOSE}`)).toEqual({ code: 'too-deep', limit: 64 });
    const brackets = '[{"\\'.repeat(100);
    expect((await read(await changed((record) => (record.clip.note = brackets)))).rejected).toEqual([]);
  });

  test('a clip of more than 10 MB, without keeping it', async () => {
    const file = await changed((record) => (record.clip.note = 'x'.repeat(10 * 2 ** 20)));
    expect(await faultOf(file)).toEqual({ code: 'too-large', limit: 10 * 2 ** 20 });
  });

  test('what is no JSON', async () => {
    expect(await faultOf(`${HEAD}\n{"clip":\n${CLOSE}`)).toEqual({ code: 'not-json' });
  });

  test('a clip that comes twice; the first stays', async () => {
    const [head, line] = (await fileOf(REPORT)).split('\n');
    const { clips, rejected } = await read(`${head}\n${line},\n${line}\n${CLOSE}`);
    expect(clips).toEqual([REPORT]);
    expect(rejected).toEqual([{ line: 3, id: '0b5e-1', fault: { code: 'duplicate-clip' } }]);
  });

  test('one wrong clip does not cost the others, and is named', async () => {
    const lines = (await fileOf(NOTICE, REPORT)).split('\n');
    lines.splice(2, 0, '{"clip":{"id":"wrong"}},');
    const { clips, rejected } = await read(lines.join('\n'));
    expect(clips).toEqual([REPORT, NOTICE]);
    expect(rejected).toMatchObject([{ line: 3, id: 'wrong', fault: { code: 'wrong-type' } }]);
  });
});

describe('keys that are not known', () => {
  test('are kept out', async () => {
    const file = await changed((record) => {
      record.more = 1;
      record.clip.more = 1;
      record.clip.card.more = 1;
      record.versions[0].article.html = '<b>';
    });
    expect((await read(file)).clips).toEqual([makeEntry()]);
  });

  test('those of Object.prototype change no object', async () => {
    const poison = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},';
    const line = JSON.stringify(makeEntry())
      .replaceAll('{"', `{${poison}"`)
      .replace('"edits":{}', '"edits":{"__proto__":[]}');
    const { clips, rejected } = await read(`${HEAD}\n${line}\n${CLOSE}`);
    expect(rejected).toEqual([]);
    expect(clips).toEqual([makeEntry()]);
    expect(clips[0]?.versions[0]?.edits).toEqual({});
    expect(Object.getPrototypeOf(clips[0]?.clip)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FakeFolder } from './fake-folder';
import { clock, Machine } from './machine';

const PAGE = 'https://www.sample.gov.cn/a.html';

/** Two machines at one server; the clock of the second is hours slow. */
function pair(): { server: FakeFolder; a: Machine; b: Machine } {
  const server = new FakeFolder();
  return {
    server,
    a: new Machine(server, clock('2026-03-01T08:00:00.000Z')),
    b: new Machine(server, clock('2026-03-01T02:00:00.000Z')),
  };
}

/** Synchronises in turns until nothing is written any more. */
async function settle(...machines: Machine[]): Promise<void> {
  for (let quiet = 0, turns = 0; quiet < machines.length; turns++) {
    if (turns > 30) throw new Error('the machines never agree');
    const { uploaded, deleted, complete } = await machines[turns % machines.length]!.sync();
    quiet = uploaded + deleted === 0 && complete ? quiet + 1 : 0;
  }
}

const only = (machine: Machine) => [...machine.clips.values()][0]!;

describe('two machines', () => {
  test('share a clip with all its versions', async () => {
    const { a, b } = pair();
    const id = a.save(PAGE, '第一稿');
    a.save(PAGE, '第二稿');
    a.change(id, { note: '重点', tags: ['公园'], starred: true });
    await settle(a, b);
    expect(b.view).toEqual(a.view);
    expect(only(b)).toMatchObject({ note: '重点', tags: ['公园'], starred: true, latest: 2 });
  });

  test('keep what each changed in different fields', async () => {
    const { a, b } = pair();
    const id = a.save(PAGE, '正文');
    await settle(a, b);
    a.change(id, { tags: ['水'] });
    b.change(id, { note: '看过', starred: true });
    await settle(a, b);
    expect(only(a)).toMatchObject({ note: '看过', tags: ['水'], starred: true });
    expect(b.view).toEqual(a.view);
  });

  test('take a tag and a star off where the other still has them', async () => {
    const { a, b } = pair();
    const id = a.save(PAGE, '正文');
    a.change(id, { tags: ['一', '二'], starred: true });
    await settle(a, b);
    a.change(id, { tags: ['二'], starred: false });
    b.change(id, { tags: ['一', '二', '三'] });
    await settle(a, b);
    expect(only(b)).toMatchObject({ tags: ['二', '三'], starred: false });
  });

  test('keep both notes when both changed it, once each, under a mark', async () => {
    const { a, b } = pair();
    const id = a.save(PAGE, '正文');
    a.change(id, { note: '原来' });
    await settle(a, b);
    a.change(id, { note: '甲改' });
    b.change(id, { note: '乙改' });
    await settle(a, b);
    expect(only(a).note).toBe('乙改\n\n—— ⇄ 2026-03-01T08:00:01.000Z ——\n甲改');
    expect(b.view).toEqual(a.view);
  });

  test('know a note again that reached the server in a run that broke off', async () => {
    const { server, a, b } = pair();
    const id = a.save(PAGE, '正文');
    await settle(a, b);
    a.change(id, { note: '一' });
    server.remaining = 1;
    server.failingWrite = 'done';
    await expect(a.sync()).rejects.toThrow();
    expect(JSON.parse(server.text(`clips/${id}.json`)).note).toBe('一');
    server.remaining = Number.POSITIVE_INFINITY;
    a.change(id, { note: '二' });
    await settle(a, b);
    expect(only(b).note).toBe('二');
  });

  test('give versions saved at the same time one order on both', async () => {
    const { a, b } = pair();
    a.save(PAGE, '一');
    await settle(a, b);
    a.save(PAGE, '二甲');
    b.save(PAGE, '二乙');
    b.save(PAGE, '三乙');
    await settle(a, b);
    expect(b.view).toEqual(a.view);
    const texts = a.versions.get(only(a).id)!.map(({ original }) => original[0]);
    expect(texts).toEqual(['一', '二乙', '二甲', '三乙']);
  });
});

const IDS = ['0aaaaaaa-0000-4000-8000-000000000000', 'faaaaaaa-0000-4000-8000-000000000000'] as const;

describe.each([
  ['first', ...IDS],
  ['second', IDS[1], IDS[0]],
])('an address that both saved, where the clip of the %s is kept', (_who, idOfA, idOfB) => {
  test('becomes one clip', async () => {
    const { a, b } = pair();
    const ids = [a.save(PAGE, '第一稿', idOfA), b.save(PAGE, '第二稿', idOfB)];
    a.change(ids[0]!, { note: '甲', tags: ['a'] });
    b.change(ids[1]!, { note: '乙', tags: ['b'] });
    await settle(a, b);
    expect(b.view).toEqual(a.view);
    expect(a.clips.size).toBe(1);
    expect(only(a).id).toBe(ids.sort()[0]);
    expect(only(a).note).toContain('甲');
    expect(only(a).note).toContain('乙');
    expect([...only(a).tags].sort()).toEqual(['a', 'b']);
    expect(
      a.versions
        .get(only(a).id)!
        .map(({ original }) => original[0])
        .sort(),
    ).toEqual(['第一稿', '第二稿']);
  });

  test('is one clip on the server too, when both had sent theirs', async () => {
    const { server, a, b } = pair();
    const [first, second] = [a.save(PAGE, '第一稿', idOfA), b.save(PAGE, '第二稿', idOfB)].sort();
    server.beforeWrite = async () => void (await b.sync());
    await a.sync();
    expect(server.files.size).toBe(4);
    await a.sync();
    const header = (id: string) => JSON.parse(server.text(`clips/${id}.json`));
    expect([header(first!).kind, header(second!).kind]).toEqual(['clip', 'deleted']);
    const versions = [...server.files.keys()].filter((name) => name.startsWith('versions/'));
    expect(versions.map((name) => name.slice(9, 45))).toEqual([first, first]);
    await settle(a, b);
    expect(b.view).toEqual(a.view);
  });

  test('keeps the other clip on the server until the one that is kept is there whole', async () => {
    const { server, a, b } = pair();
    const [first, second] = [a.save(PAGE, '第一稿', idOfA), b.save(PAGE, '第二稿', idOfB)].sort();
    server.beforeWrite = async () => void (await b.sync());
    await a.sync();
    server.tooLarge = (name) => name.startsWith(`versions/${first}-`);
    await a.sync();
    expect(JSON.parse(server.text(`clips/${second}.json`)).kind).toBe('clip');
    expect([...server.files.keys()].filter((name) => name.startsWith(`versions/${second}-`))).toHaveLength(1);
  });

  test('has one order of versions, though one saved twice before the other did', async () => {
    const { server, a, b } = pair();
    b.save(PAGE, '乙一', idOfB);
    b.save(PAGE, '乙二');
    await b.sync();
    a.save(PAGE, '甲一', idOfA);
    await settle(a, b);
    expect(b.view).toEqual(a.view);
    const third = new Machine(server, clock('2026-03-05T00:00:00.000Z'));
    await third.sync();
    expect(third.view).toEqual(a.view);
  });
});

describe('deletion', () => {
  test('takes the clip off the server, and puts it into the trash of the other machine', async () => {
    const { server, a, b } = pair();
    const id = a.save(PAGE, '正文');
    await settle(a, b);
    a.erase(id);
    await settle(a, b);
    expect(a.clips.size).toBe(0);
    expect(only(b).trashedAt).not.toBeNull();
    expect(b.versions.get(id)).toHaveLength(1);
    expect([...server.files.keys()]).toEqual([`clips/${id}.json`]);
    expect(JSON.parse(server.text(`clips/${id}.json`))).toMatchObject({ kind: 'deleted', id });
  });

  test('is undone by what another machine did to the clip since', async () => {
    const { a, b } = pair();
    const id = a.save(PAGE, '正文');
    await settle(a, b);
    a.erase(id);
    b.change(id, { note: '还要用' });
    await settle(a, b);
    expect(only(a)).toMatchObject({ note: '还要用', trashedAt: null });
    expect(b.view).toEqual(a.view);
  });

  test('is undone by a restore from the trash', async () => {
    const { a, b } = pair();
    const id = a.save(PAGE, '正文');
    await settle(a, b);
    a.erase(id);
    await settle(a, b);
    b.change(id, { trashedAt: null });
    await settle(a, b);
    expect(a.view).toEqual(b.view);
    expect(only(a).trashedAt).toBeNull();
  });

  test('of the copy in the trash too leaves only the tombstone', async () => {
    const { server, a, b } = pair();
    const id = a.save(PAGE, '正文');
    await settle(a, b);
    a.erase(id);
    await settle(a, b);
    b.erase(id);
    await settle(a, b);
    expect([a.clips.size, b.clips.size]).toEqual([0, 0]);
    expect([...server.files.keys()]).toEqual([`clips/${id}.json`]);
  });

  test('of a database without a word from the reader brings everything back from the server', async () => {
    const { a, b } = pair();
    a.save(PAGE, '正文');
    a.save('https://www.sample.gov.cn/b.html', '另一篇');
    await settle(a, b);
    const before = a.view;
    a.clips.clear();
    a.versions.clear();
    await settle(a, b);
    expect(a.view).toEqual(before);
    expect(b.view).toEqual(before);
  });
});

describe('a server', () => {
  test('that was emptied by hand is filled again', async () => {
    const { server, a, b } = pair();
    a.save(PAGE, '正文');
    await settle(a, b);
    const names = [...server.files.keys()].sort();
    server.files.clear();
    await settle(a, b);
    expect([...server.files.keys()].sort()).toEqual(names);
  });

  test('that ignores conditions loses no note, though one header overwrote the other', async () => {
    const { server, a, b } = pair();
    server.conditional = false;
    const id = a.save(PAGE, '正文');
    await settle(a, b);
    a.change(id, { note: '甲' });
    b.change(id, { note: '乙' });
    server.beforeWrite = async () => void (await b.sync());
    await a.sync();
    expect(JSON.parse(server.text(`clips/${id}.json`)).note).toBe('甲');
    await settle(a, b);
    expect(only(a).note).toContain('甲');
    expect(only(a).note).toContain('乙');
    expect(b.view).toEqual(a.view);
  });

  test('that is asked twice is not written to the second time', async () => {
    const { server, a } = pair();
    a.save(PAGE, '正文');
    await a.sync();
    server.requests = [];
    expect(await a.sync()).toMatchObject({ uploaded: 0, downloaded: 0, complete: true });
    expect(server.requests).toEqual(['list']);
  });
});

/** What readers do, as small numbers that always mean something. */
const STEPS = fc.array(
  fc.record({
    who: fc.constantFrom(0, 1),
    what: fc.constantFrom('save', 'save', 'note', 'tag', 'untag', 'star', 'trash', 'restore', 'erase', 'sync', 'race'),
    page: fc.nat(2),
    text: fc.nat(99),
    fails: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.nat(12)),
    leaves: fc.constantFrom('lost' as const, 'done' as const, 'cut' as const),
  }),
  { maxLength: 25 },
);

test.each([true, false])(
  'whatever two readers do, both end with the same and nothing is lost (conditional: %s)',
  async (conditional) => {
    await fc.assert(
      fc.asyncProperty(STEPS, async (steps) => {
        const { server, a, b } = pair();
        server.conditional = conditional;
        const machines = [a, b] as const;
        const texts = new Map<string, Set<string>>();
        const erased = new Set<string>();
        for (const { who, what, page, text, fails, leaves } of steps) {
          const [self, other] = who === 0 ? [a, b] : [b, a];
          const url = `https://www.sample.gov.cn/${page}.html`;
          const clip = [...self.clips.values()].find((clip) => clip.url === url);
          server.remaining = fails;
          server.failingWrite = leaves;
          if (what === 'save') {
            self.save(url, `正文${text}`);
            texts.set(url, (texts.get(url) ?? new Set()).add(`正文${text}`));
          }
          if (what === 'sync') await self.sync().catch(() => {});
          if (what === 'race') {
            server.beforeWrite = async () => void (await other.sync().catch(() => {}));
            await self.sync().catch(() => {});
            server.beforeWrite = undefined;
          }
          if (!clip) continue;
          if (what === 'note') self.change(clip.id, { note: `${clip.note}〔${text}${who}〕` });
          if (what === 'tag') self.change(clip.id, { tags: [...new Set([...clip.tags, `${text % 4}`])] });
          if (what === 'untag') self.change(clip.id, { tags: clip.tags.slice(1) });
          if (what === 'star') self.change(clip.id, { starred: !clip.starred });
          if (what === 'trash') self.change(clip.id, { trashedAt: '2026-03-02T00:00:00.000Z' });
          if (what === 'restore') self.change(clip.id, { trashedAt: null });
          if (what === 'erase') {
            self.erase(clip.id);
            erased.add(url);
          }
        }
        server.remaining = Number.POSITIVE_INFINITY;
        const notes = machines.map(
          (machine) => new Map([...machine.clips.values()].map(({ url, note }) => [url, note])),
        );
        await settle(a, b);
        // A machine that follows a deletion keeps the clip in its trash; the other does not have it.
        const shared = (machine: Machine, than: Machine) =>
          (machine.view as { id: string; trashedAt: string | null }[]).filter(
            ({ id, trashedAt }) => trashedAt === null || than.clips.has(id),
          );
        expect(shared(b, a)).toEqual(shared(a, b));
        for (const [url, expected] of texts) {
          if (erased.has(url)) continue;
          const clip = [...a.clips.values()].find((clip) => clip.url === url)!;
          const kept = new Set(a.versions.get(clip.id)!.map(({ original }) => original[0]));
          expect(kept).toEqual(expected);
          for (const known of notes) {
            for (const part of known.get(url)?.match(/〔\d+〕/g) ?? []) expect(clip.note).toContain(part);
          }
        }
      }),
      { numRuns: 300 },
    );
  },
);

import { expect, test } from 'vitest';
import { RemoteError } from '../../../../utils/clips/sync/remote-folder';
import { FakeFolder } from './fake-folder';
import { clock, Machine, restartIds } from './machine';

/** Two libraries with every kind of work for a run of the first: new clips, new versions, a merge, a shared address, a deletion. */
async function prepare(): Promise<{ server: FakeFolder; a: Machine; b: Machine }> {
  restartIds();
  const server = new FakeFolder();
  const a = new Machine(server, clock('2026-03-01T08:00:00.000Z'));
  const b = new Machine(server, clock('2026-03-01T09:00:00.000Z'));
  const page = (name: string) => `https://www.sample.gov.cn/${name}.html`;
  const [shared, erased] = [a.save(page('shared'), '一'), a.save(page('erased'), '删')];
  await a.sync();
  await b.sync();
  b.save(page('shared'), '二乙');
  b.change(shared, { note: '乙', tags: ['乙'] });
  b.save(page('from-b'), '乙');
  b.save(page('both'), '乙先');
  await b.sync();
  a.save(page('shared'), '二甲');
  a.change(shared, { note: '甲' });
  a.save(page('from-a'), '甲');
  a.save(page('both'), '甲后');
  a.erase(erased);
  return { server, a, b };
}

/** What a server holds, without what is new at every write. */
function contents(server: FakeFolder): unknown {
  return [...server.files.keys()].sort().map((name) => {
    const { revision, ancestors, deletedAt, ...content } = JSON.parse(server.text(name));
    return [name, content];
  });
}

async function finish(server: FakeFolder, a: Machine, b: Machine): Promise<unknown> {
  for (const machine of [a, b, a, b]) await machine.sync();
  // The time of a deletion is that of the run which reached the server.
  const views = JSON.stringify([a.view, b.view]).replace(/"trashedAt":"[^"]+"/g, '"trashedAt":"then"');
  return [JSON.parse(views), contents(server)];
}

async function requestsOfOneRun(): Promise<number> {
  const { server, a } = await prepare();
  server.requests = [];
  await a.sync();
  return server.requests.length;
}

test.each(['lost', 'done', 'cut'] as const)(
  'a run that breaks off at any request ends in the same state when it is taken up (the failing write is %s)',
  async (failingWrite) => {
    const whole = await prepare();
    const expected = await finish(whole.server, whole.a, whole.b);
    const requests = await requestsOfOneRun();
    expect(requests).toBeGreaterThan(15);
    for (let done = 0; done < requests; done++) {
      const { server, a, b } = await prepare();
      server.failingWrite = failingWrite;
      server.remaining = done;
      await expect(a.sync()).rejects.toThrow(RemoteError);
      server.remaining = Number.POSITIVE_INFINITY;
      expect(await finish(server, a, b), `after ${done} requests`).toEqual(expected);
    }
  },
);

test('runs that each do one request more than the last get there', async () => {
  const whole = await prepare();
  const expected = await finish(whole.server, whole.a, whole.b);
  const { server, a, b } = await prepare();
  for (let patience = 1; patience < 20; patience++) {
    server.remaining = patience;
    await a.sync().catch(() => {});
  }
  server.remaining = Number.POSITIVE_INFINITY;
  expect(await finish(server, a, b)).toEqual(expected);
});

test('nothing new is begun after a failure', async () => {
  const { server, a } = await prepare();
  server.requests = [];
  server.remaining = 1;
  await expect(a.sync()).rejects.toThrow(RemoteError);
  expect(server.requests.length).toBeLessThanOrEqual(1 + 4);
});

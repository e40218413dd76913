/** Two machines at a real WebDAV server: `rclone serve webdav` of Debian, which ignores conditional writes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webDavFolder } from '../../../../utils/extension/webdav';
import { clock, Machine } from './machine';

const installed = spawnSync('rclone', ['version']).status === 0;

test.runIf(process.env.CI)('rclone is there where nobody reads along', () => {
  expect(installed).toBe(true);
});

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

describe.runIf(installed)('rclone serve webdav', () => {
  const credentials = { user: 'reader', password: '密码' };
  let files: string;
  let url: string;
  let server: ChildProcess;

  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), 'qingyue-webdav-'));
    const address = `127.0.0.1:${await freePort()}`;
    url = `http://${address}/`;
    const login = ['--user', credentials.user, '--pass', credentials.password];
    server = spawn('rclone', ['serve', 'webdav', files, '--addr', address, ...login, '--config', join(files, 'none')]);
    for (;;) {
      if (server.exitCode !== null) throw new Error(`rclone ended with ${server.exitCode}`);
      if (await fetch(url).catch(() => null)) return;
      await new Promise((soon) => setTimeout(soon, 50));
    }
  }, 20_000);

  afterAll(() => {
    server.kill();
    rmSync(files, { recursive: true, force: true });
  });

  const machine = (folder: string, start: string) =>
    new Machine(webDavFolder({ url, ...credentials, folder }), clock(start));

  test('two machines end with the same library', async () => {
    const a = machine('清阅/资料', '2026-03-01T08:00:00.000Z');
    const b = machine('清阅/资料', '2026-03-01T02:00:00.000Z');
    const [page, other] = ['https://www.sample.gov.cn/a.html', 'https://www.sample.gov.cn/b.html'];
    const id = a.save(page, '第一稿');
    a.save(page, '第二稿');
    const erased = a.save(other, '要删的');
    expect(await a.sync()).toMatchObject({ uploaded: 5, complete: true });
    expect(await b.sync()).toMatchObject({ downloaded: 5, complete: true });
    expect(b.view).toEqual(a.view);

    a.change(id, { note: '甲', tags: ['水'] });
    b.change(id, { note: '乙', starred: true });
    b.save(page, '第三稿');
    b.erase(erased);
    for (const one of [a, b, a, b]) await one.sync();
    const [clip] = [...a.clips.values()].filter((clip) => clip.id === id);
    expect(clip).toMatchObject({ tags: ['水'], starred: true, latest: 3 });
    expect(clip!.note).toContain('甲');
    expect(clip!.note).toContain('乙');
    expect(b.clips.get(id)).toEqual(clip);
    expect(a.clips.get(erased)!.trashedAt).not.toBeNull();
    expect(b.clips.has(erased)).toBe(false);

    const folder = join(files, '清阅', '资料');
    expect(readdirSync(join(folder, 'clips')).sort()).toEqual([`${id}.json`, `${erased}.json`].sort());
    expect(readdirSync(join(folder, 'versions'))).toHaveLength(3);
    expect(JSON.parse(readFileSync(join(folder, 'clips', `${erased}.json`), 'utf8')).kind).toBe('deleted');
  });

  test('a run with nothing to do writes nothing', async () => {
    const a = machine('still', '2026-03-01T08:00:00.000Z');
    a.save('https://www.sample.gov.cn/a.html', '正文');
    await a.sync();
    expect(await a.sync()).toEqual({ uploaded: 0, downloaded: 0, deleted: 0, refused: [], complete: true });
  });

  test('the wrong password is told from everything else', async () => {
    const folder = webDavFolder({ url, user: credentials.user, password: 'no', folder: 'x' });
    await expect(folder.list()).rejects.toMatchObject({ failure: 'auth' });
  });
});

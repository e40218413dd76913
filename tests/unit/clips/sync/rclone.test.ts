/** Two machines at a real WebDAV server: `rclone serve webdav` of Debian, which ignores conditional writes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRclone } from '../../../../scripts/rclone';
import { webDavFolder } from '../../../../utils/extension/webdav';
import { type RcloneServer, serveWebDav } from '../../../rclone-server';
import { clock, Machine } from './machine';

const installed = findRclone() !== undefined;

test.runIf(process.env.CI)('rclone is there where nobody reads along', () => {
  expect(installed).toBe(true);
});

describe.runIf(installed)('rclone serve webdav', () => {
  const credentials = { user: 'reader', password: '密码' };
  let server: RcloneServer;

  beforeAll(async () => {
    server = await serveWebDav(credentials);
  }, 20_000);
  afterAll(() => server.stop());

  const machine = (folder: string, start: string) =>
    new Machine(webDavFolder({ url: server.url, ...credentials, folder }), clock(start));

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

    const folder = join(server.files, '清阅', '资料');
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
    const folder = webDavFolder({ url: server.url, user: credentials.user, password: 'no', folder: 'x' });
    await expect(folder.list()).rejects.toMatchObject({ failure: 'auth' });
  });
});

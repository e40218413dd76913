/** A real WebDAV server for tests: `rclone serve webdav` on a free port, over a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRclone } from '../scripts/rclone';

export interface RcloneServer {
  url: string;
  /** The folder that it serves. */
  files: string;
  stop: () => void;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

/** Starts the server and resolves when it answers. @throws when rclone is not there or ends at once. */
export async function serveWebDav({ user, password }: { user: string; password: string }): Promise<RcloneServer> {
  const program = findRclone();
  if (!program) throw new Error('no rclone found');
  const files = mkdtempSync(join(tmpdir(), 'qingyue-webdav-'));
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}/`;
  const login = ['--user', user, '--pass', password];
  const server = spawn(program, [
    'serve',
    'webdav',
    files,
    '--addr',
    address,
    ...login,
    '--config',
    join(files, 'none'),
  ]);
  while (!(await fetch(url).catch(() => null))) {
    if (server.exitCode !== null) throw new Error(`rclone ended with ${server.exitCode}`);
    await new Promise((soon) => setTimeout(soon, 50));
  }
  return {
    url,
    files,
    stop: () => {
      server.kill();
      rmSync(files, { recursive: true, force: true });
    },
  };
}

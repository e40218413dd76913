import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Machine } from '../../../scripts/browsers';
import { ensureRclone, findRclone } from '../../../scripts/rclone';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingyue-rclone-'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

const machine = (change: Partial<Machine>): Machine => ({
  platform: 'linux',
  env: { PATH: ['/nowhere', folder].join(delimiter) },
  root: true,
  distribution: 'debian',
  ...change,
});

function putRclone(): void {
  writeFileSync(join(folder, 'rclone'), '');
  chmodSync(join(folder, 'rclone'), 0o755);
}

test('finds rclone on PATH', () => {
  expect(findRclone(machine({}))).toBeUndefined();
  putRclone();
  expect(findRclone(machine({}))).toBe(join(folder, 'rclone'));
});

test('installs it as root on Debian, once', () => {
  const install = vi.fn(putRclone);
  expect(ensureRclone(machine({}), install)).toBe(true);
  expect(ensureRclone(machine({}), install)).toBe(true);
  expect(install.mock.calls).toEqual([[['rclone']]]);
});

test.each([{ root: false }, { distribution: 'fedora' }])('only says that it is missing with %j', (change) => {
  const install = vi.fn();
  expect(ensureRclone(machine(change), install)).toBe(false);
  expect(install).not.toHaveBeenCalled();
  expect(console.error).toHaveBeenCalledOnce();
});

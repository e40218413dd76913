import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser, type Machine, planInstall } from '../../../scripts/browsers';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingyue-browsers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(path: string, mode = 0o755): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, mode);
  return file;
}

const machine = (change: Partial<Machine> = {}): Machine => ({
  platform: 'darwin',
  env: {},
  root: false,
  distribution: '',
  ...change,
});

describe('findBrowser', () => {
  test('takes the program that the environment names before any other', () => {
    program('bin/chromium');
    const named = program('elsewhere/my-chrome');
    expect(findBrowser('chromium', machine({ env: { CHROME_PATH: named, PATH: join(folder, 'bin') } }))).toBe(named);
  });

  test('says when the environment names something that is no program', () => {
    const env = { FIREFOX_PATH: join(folder, 'nowhere') };
    expect(() => findBrowser('firefox', machine({ env }))).toThrow(
      `FIREFOX_PATH names ${env.FIREFOX_PATH}, which is not a program.`,
    );
  });

  test('looks along PATH in the order of names, then of folders', () => {
    program('a/google-chrome');
    const chromium = program('b/chromium');
    const firefox = program('b/firefox');
    const env = { PATH: [join(folder, 'a'), '', join(folder, 'b')].join(delimiter) };
    expect(findBrowser('chromium', machine({ env }))).toBe(chromium);
    expect(findBrowser('firefox', machine({ env }))).toBe(firefox);
  });

  test('passes over folders and files that cannot be run', () => {
    mkdirSync(join(folder, 'bin/chromium'), { recursive: true });
    program('bin/google-chrome', 0o644);
    const edge = program('bin/microsoft-edge');
    expect(findBrowser('chromium', machine({ env: { PATH: join(folder, 'bin') } }))).toBe(edge);
  });

  test('knows the usual places of macOS and Windows', () => {
    const mac = program('Applications/Firefox.app/Contents/MacOS/firefox');
    expect(findBrowser('firefox', machine({ env: { HOME: folder } }))).toBe(mac);
    const windows = program('Programs/Google/Chrome/Application/chrome.exe');
    const env = { LOCALAPPDATA: join(folder, 'Programs') };
    expect(findBrowser('chromium', machine({ platform: 'win32', env }))).toBe(windows);
  });

  test('finds nothing where nothing is', () => {
    expect(findBrowser('chromium', machine({ env: { PATH: folder, HOME: folder } }))).toBeUndefined();
  });
});

describe('planInstall', () => {
  const linux = (distribution: string, root: boolean) => machine({ platform: 'linux', distribution, root });

  test('installs by itself as root on Debian', () => {
    expect(planInstall(['chromium', 'firefox'], true, linux('debian', true))).toEqual({
      packages: ['chromium', 'firefox-esr', 'fonts-noto-cjk'],
      advice: null,
    });
    expect(planInstall([], true, linux('debian', true))).toEqual({ packages: ['fonts-noto-cjk'], advice: null });
    expect(planInstall([], false, linux('debian', true))).toEqual({ packages: [], advice: null });
  });

  test('says what to type to a user who is not root', () => {
    const plan = planInstall(['firefox'], false, linux('debian', false));
    expect(plan.packages).toEqual([]);
    expect(plan.advice).toContain(
      'Type:  sudo apt-get update && sudo apt-get install -y --no-install-recommends firefox-esr fonts-noto-cjk\n',
    );
    expect(plan.advice).toContain('FIREFOX_PATH');
  });

  test('never asks apt-get for the snaps of Ubuntu', () => {
    const plan = planInstall(['chromium', 'firefox'], false, linux('ubuntu', true));
    expect(plan.packages).toEqual(['fonts-noto-cjk']);
    expect(plan.advice).toMatch(/^Type: {2}snap install chromium firefox\n.*snaps/);
  });

  test.each([
    ['fedora', 'dnf install chromium google-noto-sans-cjk-fonts'],
    ['arch', 'pacman -S chromium noto-fonts-cjk'],
  ])('knows %s', (distribution, command) => {
    expect(planInstall(['chromium'], false, linux(distribution, true)).advice).toContain(`Type:  ${command}\n`);
  });

  test('knows macOS and Windows, which bring their fonts', () => {
    expect(planInstall(['firefox'], false, machine()).advice).toContain('Type:  brew install --cask firefox\n');
    const windows = planInstall(['chromium', 'firefox'], false, machine({ platform: 'win32' })).advice;
    expect(windows).toContain('Type:  winget install Google.Chrome Mozilla.Firefox\n');
  });

  test('still has a sentence for a system it does not know', () => {
    expect(planInstall(['chromium'], false, machine({ platform: 'freebsd' })).advice).toBe(
      'Install chromium, or set CHROME_PATH.',
    );
  });
});

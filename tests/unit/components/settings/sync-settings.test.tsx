import { JSDOM } from 'jsdom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SyncRequest, SyncStatus } from '../../../../utils/extension/sync-server';

const NOTHING: SyncStatus = { server: null, enabled: false, running: false, lastRun: null };
const SERVER = { url: 'https://dav.example.com/', user: '张三', folder: 'Qingyue' };

let status: SyncStatus;
let failure: string | null;
let permitted: boolean;
const asked: unknown[] = [];

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: { local: { get: async () => ({}), onChanged: { addListener() {}, removeListener() {} } } },
    i18n: { getUILanguage: () => 'en' },
    permissions: { request: async () => permitted },
  },
}));
vi.mock('../../../../utils/extension/messages', () => ({
  askBackground: async (name: string, request?: SyncRequest) => {
    if (name === 'sync:status') return status;
    asked.push(request ?? name);
    if (request?.what === 'server') status = { ...status, server: SERVER };
    if (request?.what === 'enable') status = { ...status, enabled: request.on };
    if (request?.what === 'forget') status = NOTHING;
    return name === 'sync:now' ? status : { status, failure };
  },
}));
const { loadLanguage } = await import('../../../../utils/extension/language');
const { SyncSettings } = await import('../../../../components/settings/SyncSettings');

let root: HTMLElement;

/** Shows the section and waits until it knows of the server. */
async function show(): Promise<void> {
  const { window } = new JSDOM('<!doctype html><div id="root"></div>');
  for (const name of ['window', 'document', 'FormData'] as const) vi.stubGlobal(name, window[name]);
  root = window.document.querySelector('#root') as HTMLElement;
  await loadLanguage(window.document);
  await act(async () => render(<SyncSettings />, root));
  await act(async () => {});
}

const field = (id: string) => root.querySelector<HTMLInputElement>(`#sync-${id}`)!;
const said = () => [...root.querySelectorAll('[role=status]')].map(({ textContent }) => textContent);

async function press(label: string): Promise<void> {
  const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  await act(async () => button?.click());
  await act(async () => {});
}

async function name(fields: Record<string, string>): Promise<void> {
  for (const [id, value] of Object.entries(fields)) field(id).value = value;
  await press('Save and test');
}

describe('the settings of sync', () => {
  beforeEach(() => {
    [status, failure, permitted] = [NOTHING, null, true];
    asked.length = 0;
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('every field has its label, and its hint where there is one', async () => {
    await show();
    const fields = [...root.querySelectorAll('input')].map((input) => [
      root.querySelector(`label[for=${input.id}]`)?.textContent,
      input.type,
      root.querySelector(`#${input.getAttribute('aria-describedby')}`)?.textContent?.slice(0, 18),
    ]);
    expect(fields).toEqual([
      ['Server address', 'text', 'The WebDAV address'],
      ['User name', 'text', undefined],
      ['Password', 'password', 'With Nextcloud or '],
      ['Folder', 'text', undefined],
    ]);
    expect(field('folder').value).toBe('Qingyue');
  });

  test('name a server in its full form, and say that it was reached', async () => {
    await show();
    await name({ url: 'https://dav.example.com', user: ' 张三 ', password: ' 密 ', folder: '' });
    const server = { url: 'https://dav.example.com/', user: '张三', password: ' 密 ', folder: 'Qingyue' };
    expect(asked).toEqual([{ what: 'server', server }]);
    expect(said()).toEqual(['Connected.', 'Not synced yet.']);
  });

  test.each([
    ['an address that is none', { url: 'http://dav.example.com' }, true, 'This is not a usable address'],
    ['a permission that was refused', { url: 'https://dav.example.com' }, false, 'The browser has not allowed'],
  ])('name nothing for %s', async (_, fields, granted, words) => {
    permitted = granted;
    await show();
    await name(fields);
    expect(asked).toEqual([]);
    expect(said()[0]).toContain(words);
  });

  test('say why a server was not reached, and keep it', async () => {
    failure = 'auth';
    await show();
    await name({ url: 'https://dav.example.com' });
    expect(said()[0]).toContain('The server refused the login');
    expect(said()).toHaveLength(2);
  });

  test('leave a password that is kept out of the form, and keep it when none is typed', async () => {
    status = { ...NOTHING, server: SERVER };
    await show();
    expect([field('url').value, field('user').value, field('password').value]).toEqual([SERVER.url, '张三', '']);
    expect(field('password').placeholder).toBe('Saved; leave empty to keep it');
    await press('Save and test');
    expect(asked).toEqual([{ what: 'server', server: { ...SERVER, password: null } }]);
  });

  test('switch sync on, run it, and tell of the last run', async () => {
    status = {
      ...NOTHING,
      server: SERVER,
      lastRun: { at: '2026-01-01T00:00:00.000Z', failure: null, uploaded: 3, downloaded: 1, refused: 2 },
    };
    await show();
    expect(said()[1]).toMatch(/3 files sent, 1 received\. 2 files on the server could not be read/);
    await press('Sync automatically');
    await press('Sync now');
    expect(asked).toEqual([{ what: 'enable', on: true }, 'sync:now']);
  });

  test('forget the server, and empty the form', async () => {
    status = { ...NOTHING, server: SERVER };
    await show();
    await press('Forget this server');
    expect(asked).toEqual([{ what: 'forget' }]);
    expect([field('url').value, field('user').value]).toEqual(['', '']);
    expect([...root.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Save and test']);
  });
});

import { expect, test, vi } from 'vitest';

const stored: Record<string, unknown> = {};
vi.mock('webextension-polyfill', () => ({
  default: { storage: { local: { get: async (key: string) => ({ [key]: stored[key] }) } } },
}));
const { readSync, serverAddress, serverPattern } = await import('../../../utils/extension/sync-server');

test.each([
  ['https://dav.example.com/dav', 'https://dav.example.com/dav/'],
  ['  https://DAV.example.com  ', 'https://dav.example.com/'],
  ['https://cloud.example.com:8443/remote.php/dav//?a=1#b', 'https://cloud.example.com:8443/remote.php/dav/'],
  ['http://localhost:8080/', 'http://localhost:8080/'],
  ['http://127.0.0.1/dav/', 'http://127.0.0.1/dav/'],
  ['http://dav.example.com/', null],
  ['http://localhost.example.com/', null],
  ['https://user:secret@dav.example.com/', null],
  ['ftp://dav.example.com/', null],
  ['javascript:alert(1)', null],
  ['dav.example.com', null],
  ['', null],
])('the address %j is kept as %j', (typed, address) => {
  expect(serverAddress(typed)).toBe(address);
});

test('permission is asked for the one host, without its port', () => {
  expect(serverPattern('https://cloud.example.com:8443/dav/')).toBe('https://cloud.example.com/*');
});

const SERVER = { url: 'https://dav.example.com/', user: 'u', password: 'p', folder: 'f' };

test.each([
  undefined,
  'x',
  { server: { ...SERVER, url: 'http://dav.example.com/' }, enabled: true },
  { server: { ...SERVER, password: 1 }, enabled: true },
  { server: null, enabled: true },
])('%j is no server, and sync is off', async (sync) => {
  stored.sync = sync;
  expect(await readSync()).toEqual({ server: null, enabled: false, lastRun: null });
});

test('a server that is kept is read', async () => {
  stored.sync = { server: SERVER, enabled: true };
  expect(await readSync()).toEqual({ server: SERVER, enabled: true, lastRun: null });
});

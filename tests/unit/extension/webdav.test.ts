import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { RemoteError, type RemoteFailure, type RemoteFolder } from '../../../utils/clips/sync/remote-folder';
import { webDavFolder } from '../../../utils/extension/webdav';
import { clock, Machine } from '../clips/sync/machine';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** The folder `清阅/库` of a server on this machine that answers as told. */
async function serve(answer: RequestListener, options = {}): Promise<RemoteFolder> {
  server = createServer(answer);
  await new Promise<void>((listening) => server!.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/dav`;
  return webDavFolder({ url, user: '用户', password: 'p:w', folder: '/清阅/../库/' }, options);
}

const status =
  (code: number, body = '', type = 'text/plain'): RequestListener =>
  (_request, response) => {
    response.writeHead(code, { 'Content-Type': type }).end(body);
  };

const HTML = '<!doctype html><title>Log in</title><form></form>';
const MULTISTATUS = '<?xml version="1.0"?><multistatus xmlns="DAV:"></multistatus>';

const ANSWERS: [string, RequestListener, RemoteFailure][] = [
  ['401', status(401), 'auth'],
  ['403', status(403), 'auth'],
  ['404 to everything', status(404), 'not-found'],
  ['405', status(405), 'not-webdav'],
  ['412', status(412), 'conflict'],
  ['429', status(429), 'busy'],
  ['500', status(500), 'server-error'],
  ['502 with a page', status(502, HTML, 'text/html'), 'server-error'],
  ['503', status(503), 'busy'],
  ['507', status(507), 'quota'],
  ['200 and a page', status(200, HTML, 'text/html'), 'not-webdav'],
  ['207 and a page', status(207, HTML, 'text/html'), 'not-webdav'],
  ['207 and half of the XML', status(207, MULTISTATUS.slice(0, 40), 'text/xml'), 'not-webdav'],
  ['a redirect', (_request, response) => response.writeHead(302, { Location: '/login' }).end(), 'not-webdav'],
  ['nothing, for ever', () => {}, 'timeout'],
  ['half an answer, and then nothing', (_request, response) => response.writeHead(207).write('<mult'), 'timeout'],
  [
    'an answer that breaks off',
    (_request, response) => {
      response.writeHead(207, { 'Content-Length': '1000' });
      response.write('<mult');
      setTimeout(() => response.destroy(), 20);
    },
    'unreachable',
  ],
  ['a connection that is cut', (request) => request.socket.destroy(), 'unreachable'],
];

describe.each(ANSWERS)('a server that answers %s', (_what, answer, failure) => {
  test(`fails as ${failure}, and the library stays as it was`, async () => {
    const machine = new Machine(await serve(answer, { silence: 300 }), clock('2026-03-01T08:00:00.000Z'));
    machine.save('https://www.sample.gov.cn/a.html', '正文');
    const before = machine.view;
    const error = await machine.sync().catch((error) => error);
    expect(error).toBeInstanceOf(RemoteError);
    expect(error.failure).toBe(failure);
    expect(machine.view).toEqual(before);
  });
});

test('a request that is stopped ends, and no other begins', async () => {
  const stop = new AbortController();
  const { requests, listener } = recorder(() => ({ code: 207, body: MULTISTATUS }));
  const folder = await serve(
    (request, response) => {
      listener(request, response);
      stop.abort();
    },
    { stopped: stop.signal },
  );
  await expect(folder.list()).rejects.toBeInstanceOf(RemoteError);
  await expect(folder.list()).rejects.toBeInstanceOf(RemoteError);
  expect(requests.length).toBe(1);
});

test('no server at all is unreachable', async () => {
  const folder = await serve(status(200));
  server!.close();
  await expect(folder.list()).rejects.toMatchObject({ failure: 'unreachable' });
});

test.each<[number, RemoteFailure]>([
  [401, 'auth'],
  [409, 'not-found'],
  [412, 'conflict'],
  [413, 'too-large'],
  [423, 'busy'],
  [500, 'server-error'],
  [507, 'quota'],
  [302, 'not-webdav'],
])('a write that is answered %i fails as %s', async (code, failure) => {
  const folder = await serve(status(code, HTML));
  await expect(folder.write('clips/a.json', new Uint8Array(3), 'always')).rejects.toMatchObject({ failure });
});

interface Seen {
  line: string;
  headers: Record<string, string | string[] | undefined>;
}

function recorder(answer: (seen: Seen) => { code: number; headers?: Record<string, string>; body?: string }) {
  const requests: Seen[] = [];
  const listener: RequestListener = (request, response) => {
    const seen = { line: `${request.method} ${decodeURI(request.url ?? '')}`, headers: request.headers };
    requests.push(seen);
    const { code, headers, body } = answer(seen);
    request.resume().on('end', () => response.writeHead(code, headers).end(body));
  };
  return { requests, listener };
}

test('sends user and password in UTF-8, and no cookie', async () => {
  const { requests, listener } = recorder(() => ({ code: 207, body: MULTISTATUS, headers: { 'Set-Cookie': 'a=1' } }));
  const folder = await serve(listener);
  await folder.list();
  await folder.list();
  expect(requests.map(({ line }) => line).slice(0, 2)).toEqual([
    'PROPFIND /dav/清阅/库/clips/',
    'PROPFIND /dav/清阅/库/versions/',
  ]);
  for (const { headers } of requests) {
    expect(headers.authorization).toBe(`Basic ${Buffer.from('用户:p:w').toString('base64')}`);
    expect(headers.depth).toBe('1');
    expect(headers.cookie).toBeUndefined();
  }
});

test.each([
  ['always' as const, undefined, undefined],
  [{ ifMatch: '"1"' }, '"1"', undefined],
  [{ ifMatch: 'W/"1"' }, undefined, undefined],
  [{ ifNoneMatch: '*' as const }, undefined, '*'],
])('writes under the condition %j', async (condition, ifMatch, ifNoneMatch) => {
  const { requests, listener } = recorder(() => ({ code: 201, headers: { ETag: '"2"' } }));
  const folder = await serve(listener);
  expect(await folder.write('clips/a.json', new Uint8Array([1]), condition)).toBe('"2"');
  expect(requests[0]!.line).toBe('PUT /dav/清阅/库/clips/a.json');
  expect(requests[0]!.headers['if-match']).toBe(ifMatch);
  expect(requests[0]!.headers['if-none-match']).toBe(ifNoneMatch);
});

test('makes the folders that are not there, from the outermost', async () => {
  const made = new Set<string>();
  const { requests, listener } = recorder(({ line }) => {
    const [method, path] = line.split(' ') as [string, string];
    if (method === 'MKCOL') made.add(path);
    return method === 'MKCOL' ? { code: 201 } : made.has(path) ? { code: 207, body: MULTISTATUS } : { code: 404 };
  });
  expect(await (await serve(listener)).list()).toEqual([]);
  expect(requests.map(({ line }) => line).filter((line) => line.startsWith('MKCOL'))).toEqual([
    'MKCOL /dav/清阅/',
    'MKCOL /dav/清阅/库/',
    'MKCOL /dav/清阅/库/clips/',
    'MKCOL /dav/清阅/',
    'MKCOL /dav/清阅/库/',
    'MKCOL /dav/清阅/库/versions/',
  ]);
});

const listed = (...names: string[]) =>
  `<multistatus xmlns="DAV:">${names
    .map((name) => `<response><href>${name}</href><propstat><prop><getetag>"e"</getetag></prop></propstat></response>`)
    .join('')}</multistatus>`;

test('follows the pages of a list, on the same server only', async () => {
  const { listener } = recorder(({ line }) => {
    if (!line.includes('clips')) return { code: 207, body: MULTISTATUS };
    if (!line.includes('?'))
      return { code: 207, body: listed('/x/a.json'), headers: { Link: '<?page=2>; rel="next"' } };
    const away = { Link: '<http://elsewhere.example/>; rel="next"' };
    return { code: 207, body: listed('https://proxy.example/y/%E4%B8%AD.json', '/x/%zz'), headers: away };
  });
  expect(await (await serve(listener)).list()).toEqual([
    { name: 'clips/a.json', etag: '"e"' },
    { name: 'clips/中.json', etag: '"e"' },
  ]);
});

test('reads a file up to the limit', async () => {
  const folder = await serve(status(200, '正文'));
  expect(new TextDecoder().decode(await folder.read('clips/a.json', 6))).toBe('正文');
  await expect(folder.read('clips/a.json', 5)).rejects.toMatchObject({ failure: 'too-large' });
});

test('an endless file is given up at the limit', async () => {
  const folder = await serve((_request, response) => {
    response.writeHead(200);
    const more = () => response.write(new Uint8Array(10_000)) && setImmediate(more);
    response.on('drain', more);
    more();
  });
  await expect(folder.read('clips/a.json', 1_000_000)).rejects.toMatchObject({ failure: 'too-large' });
});

test('a file that is gone counts as removed', async () => {
  await expect((await serve(status(404))).remove('clips/a.json')).resolves.toBeUndefined();
});

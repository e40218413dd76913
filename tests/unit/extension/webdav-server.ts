/** A small WebDAV server with one user, its files in memory. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestServer {
  url: string;
  /** By path below the address, without a slash in front. */
  files: Map<string, string>;
  /** What was asked, as `PUT Qingyue/clips/….json`. */
  requests: string[];
  close: () => void;
}

export async function webDavServer(user: string, password: string): Promise<TestServer> {
  const files = new Map<string, string>();
  const requests: string[] = [];
  const folders = new Set(['']);
  const login = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  const listing = (folder: string) => {
    const inside = [...files].filter(
      ([path]) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'),
    );
    const responses = inside.map(
      ([path, text]) =>
        `<response><href>/${path}</href><propstat><prop><getetag>"${text.length}-${hash(text)}"</getetag></prop></propstat></response>`,
    );
    return `<multistatus xmlns="DAV:">${responses.join('')}</multistatus>`;
  };

  const answers: Record<string, (path: string, body: string) => [status: number, body?: string]> = {
    PROPFIND: (path) => (folders.has(path) ? [207, listing(path)] : [404]),
    MKCOL: (path) => {
      if (folders.has(path)) return [405];
      if (!folders.has(path.replace(/\/?[^/]*$/, ''))) return [409];
      folders.add(path);
      return [201];
    },
    GET: (path) => (files.has(path) ? [200, files.get(path)!] : [404]),
    PUT: (path, body) => {
      files.set(path, body);
      return [201];
    },
    DELETE: (path) => [files.delete(path) ? 204 : 404],
  };

  const server: Server = createServer((request, response) => {
    const path = decodeURI(request.url ?? '').replace(/^\/|\/$/g, '');
    requests.push(`${request.method} ${path}`);
    const pieces: Buffer[] = [];
    request.on('data', (piece) => pieces.push(piece));
    request.on('end', () => {
      const answer = request.headers.authorization === login ? answers[request.method ?? ''] : undefined;
      const [status, body] = answer ? answer(path, Buffer.concat(pieces).toString()) : [401];
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, files, requests, close };
}

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (Math.imul(value, 31) + character.charCodeAt(0)) >>> 0;
  return value;
}

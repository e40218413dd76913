/**
 * A folder on a WebDAV server (RFC 4918), through plain `fetch`.
 * The npm package `webdav` would bring 50 kB (gzip) into the background, a URL and an XML library with it, for five methods.
 * No cookie is sent, no redirect followed and no answer cached: user and password go to the address the reader typed only.
 */
import { FOLDERS } from '../clips/sync/names';
import {
  RemoteError,
  type RemoteFailure,
  type RemoteFile,
  type RemoteFolder,
  type WriteCondition,
} from '../clips/sync/remote-folder';
import { type ListedResource, parseMultistatus } from './multistatus';

export interface WebDavServer {
  /** The server's WebDAV address. */
  url: string;
  user: string;
  password: string;
  /** Path below the address, made when it is not there. */
  folder: string;
}

/** How long a server may be silent, in ms. */
const SILENCE = 30_000;
/** A slow uplink, in bytes a ms: the time an upload may take on top. */
const UPLOAD_RATE = 20;
/** The longest list of files that is read, in bytes; 20,000 files take about a quarter of it. */
const MAX_LISTING = 64_000_000;
/** 坚果云 lists 750 files at a time and links to the rest. */
const MAX_PAGES = 500;

const PROPERTIES =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getetag/><resourcetype/></prop></propfind>';

const FAILURES: Record<number, RemoteFailure> = {
  401: 'auth',
  403: 'auth',
  404: 'not-found',
  409: 'not-found', // the folder above is missing
  410: 'not-found',
  412: 'conflict',
  413: 'too-large',
  423: 'busy', // locked by another program
  429: 'busy',
  503: 'busy', // also how 坚果云 says that there were too many requests
  507: 'quota',
};

/** What an answer that is not of the expected kind means. A redirect shows as status 0. */
function failureOf(status: number): RemoteFailure {
  return FAILURES[status] ?? (status >= 500 && status !== 501 ? 'server-error' : 'not-webdav');
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/** The address of a resource below the server's; every segment is encoded, so no name can leave the folder. */
function addressOf(server: WebDavServer, path: readonly string[]): string {
  const base = server.url.endsWith('/') ? server.url : `${server.url}/`;
  return new URL(path.map(encodeURIComponent).join('/'), base).href;
}

/** The folder's path as segments, without empty, `.` and `..` ones. */
function segmentsOf(folder: string): string[] {
  return folder.split('/').filter((segment) => !['', '.', '..'].includes(segment.trim()));
}

/** The next page of a list (RFC 8288), when it is on the same server. */
function nextPage(answer: Response, from: string): string | null {
  const link = /<([^<>]{1,2000})>\s*;[^,<>]{0,200}\brel="?next\b/.exec(answer.headers.get('link') ?? '')?.[1];
  if (link === undefined || !URL.canParse(link, from)) return null;
  const next = new URL(link, from);
  return next.origin === new URL(from).origin ? next.href : null;
}

/** The last segment of a file's address, decoded; null for one that cannot be. */
function fileNameOf({ href }: ListedResource): string | null {
  try {
    return decodeURIComponent(/([^/]+)$/.exec(href.split(/[?#]/, 1)[0]!)?.[1] ?? '') || null;
  } catch {
    return null;
  }
}

function conditionHeaders(condition: WriteCondition): Record<string, string> {
  if (condition === 'always') return {};
  if ('ifNoneMatch' in condition) return { 'If-None-Match': condition.ifNoneMatch };
  // A weak tag never matches here (RFC 9110, 13.1.1), so with one the write would never happen.
  return condition.ifMatch.startsWith('W/') ? {} : { 'If-Match': condition.ifMatch };
}

interface WebDavOptions {
  /** How long the server may be silent, in ms. */
  silence?: number;
  /** Ends requests under way, and lets no new one begin. */
  stopped?: AbortSignal;
}

class WebDavFolder implements RemoteFolder {
  private readonly segments: string[];
  private readonly authorization: string;

  constructor(
    private readonly server: WebDavServer,
    private readonly options: WebDavOptions,
  ) {
    this.segments = segmentsOf(server.folder);
    this.authorization = `Basic ${base64(`${server.user}:${server.password}`)}`;
  }

  async list(): Promise<RemoteFile[]> {
    const files: RemoteFile[] = [];
    for (const folder of FOLDERS) files.push(...(await this.listFolder(folder)));
    return files;
  }

  async read(name: string, limit: number): Promise<Uint8Array> {
    return this.ask('GET', this.address(name), {}, async (answer, body) => {
      if (answer.status !== 200) throw this.unexpected('GET', answer);
      return body(limit);
    });
  }

  async write(name: string, bytes: Uint8Array, condition: WriteCondition): Promise<string | null> {
    const headers = { 'Content-Type': 'application/json', ...conditionHeaders(condition) };
    const body = bytes as Uint8Array<ArrayBuffer>;
    return this.ask('PUT', this.address(name), { headers, body }, async (answer) => {
      if (![200, 201, 204].includes(answer.status)) throw this.unexpected('PUT', answer);
      return answer.headers.get('etag');
    });
  }

  async remove(name: string): Promise<void> {
    await this.ask('DELETE', this.address(name), {}, async (answer) => {
      if (!answer.ok && answer.status !== 404) throw this.unexpected('DELETE', answer);
    });
  }

  private address(name: string): string {
    return addressOf(this.server, [...this.segments, ...name.split('/')]);
  }

  private async listFolder(folder: string): Promise<RemoteFile[]> {
    const first = `${this.address(folder)}/`;
    let page = await this.listPage(first);
    if (!page) {
      await this.makeFolder([...this.segments, folder]);
      page = await this.listPage(first);
    }
    if (!page) throw new RemoteError('not-found', `no folder at ${first}`);
    const files: RemoteFile[] = [];
    for (let pages = 1; page; pages++) {
      for (const resource of page.resources) {
        const name = resource.collection ? null : fileNameOf(resource);
        if (name !== null) files.push({ name: `${folder}/${name}`, etag: resource.etag });
      }
      page = page.next !== null && pages < MAX_PAGES ? await this.listPage(page.next) : null;
    }
    return files;
  }

  /** One page of a folder's list, or null when the folder is not there. */
  private listPage(address: string): Promise<{ resources: ListedResource[]; next: string | null } | null> {
    const headers = { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' };
    return this.ask('PROPFIND', address, { headers, body: PROPERTIES }, async (answer, body) => {
      if (answer.status === 404 || answer.status === 409) return null;
      if (answer.status !== 207) throw this.unexpected('PROPFIND', answer);
      const resources = parseMultistatus(new TextDecoder().decode(await body(MAX_LISTING)));
      if (!resources) throw new RemoteError('not-webdav', `PROPFIND ${address}: no multistatus in the answer`);
      return { resources, next: nextPage(answer, address) };
    });
  }

  /** Makes the folder and those above it. Only the last one has to succeed: those above may be there and not ours. */
  private async makeFolder(path: string[]): Promise<void> {
    for (let depth = 1; depth <= path.length; depth++) {
      const address = `${addressOf(this.server, path.slice(0, depth))}/`;
      await this.ask('MKCOL', address, {}, async (answer) => {
        const isThere = answer.ok || answer.status === 405;
        if (!isThere && depth === path.length) throw this.unexpected('MKCOL', answer);
      });
    }
  }

  private unexpected(method: string, { status, url }: Response): RemoteError {
    return new RemoteError(failureOf(status), `${method} ${url}: ${status}`);
  }

  /**
   * Sends a request and hands the answer to `use`, with a function that reads its body up to a limit.
   * The server may be silent for so long before the answer and between two pieces of it.
   */
  private async ask<T>(
    method: string,
    address: string,
    init: { headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> },
    use: (answer: Response, body: (limit: number) => Promise<Uint8Array>) => Promise<T>,
  ): Promise<T> {
    const { silence = SILENCE, stopped } = this.options;
    const aborter = new AbortController();
    const abort = () => aborter.abort();
    let timer = setTimeout(abort, silence + (init.body?.length ?? 0) / UPLOAD_RATE);
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(abort, silence);
    };
    try {
      const answer = await fetch(address, {
        method,
        headers: { Authorization: this.authorization, ...init.headers },
        body: init.body ?? null,
        signal: stopped ? AbortSignal.any([aborter.signal, stopped]) : aborter.signal,
        credentials: 'omit',
        redirect: 'manual',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
      heard();
      return await use(answer, (limit) => readBody(answer, limit, heard));
    } catch (error) {
      if (error instanceof RemoteError) throw error;
      const failure = aborter.signal.aborted ? 'timeout' : 'unreachable';
      throw new RemoteError(failure, `${method} ${address}: ${error instanceof Error ? error.message : error}`);
    } finally {
      clearTimeout(timer);
      // What was not read of the answer is not wanted.
      aborter.abort();
    }
  }
}

async function readBody(answer: Response, limit: number, heard: () => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    heard();
    pieces.push(next.value);
    length += next.value.length;
    if (length > limit) throw new RemoteError('too-large', `${answer.url}: more than ${limit} bytes`);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

export function webDavFolder(server: WebDavServer, options: WebDavOptions = {}): RemoteFolder {
  return new WebDavFolder(server, options);
}

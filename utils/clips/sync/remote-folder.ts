/** The folder on the reader's server, as sync sees it: named files, their tags, and the ways in which it fails. */

export interface RemoteFile {
  /** From the sync folder, with forward slashes: `clips/….json`. */
  name: string;
  /** Entity tag (RFC 9110, 8.8.3) that changes whenever the file does; null when the server gives none. */
  etag: string | null;
}

/** When a write may happen: only over the file with this tag, only where there is none, or in any case. */
export type WriteCondition = { ifMatch: string } | { ifNoneMatch: '*' } | 'always';

/**
 * Every method throws `RemoteError` when it did not do its work, and nothing else.
 * Conditions are honoured as far as the server does: several ignore them, so nothing may depend on them alone.
 */
export interface RemoteFolder {
  /** All files of the folder. The folder is made when it is not there. */
  list(): Promise<RemoteFile[]>;
  /** At most `limit` bytes; a longer file is `too-large`. */
  read(name: string, limit: number): Promise<Uint8Array>;
  /** Resolves to the new tag, or null when the server does not tell it. An unmet condition is `conflict`. */
  write(name: string, bytes: Uint8Array, condition: WriteCondition): Promise<string | null>;
  /** A file that is already gone counts as removed. */
  remove(name: string): Promise<void>;
}

export const REMOTE_FAILURES = [
  'auth', // wrong user or password, or no right to the folder
  'not-found', // nothing at this address
  'conflict', // changed by somebody else in the meantime
  'quota', // no room left
  'too-large', // this one file is larger than the server, or sync, allows
  'busy', // too many requests; the server wants to be left alone for a while
  'server-error', // any other 5xx
  'unreachable', // no connection
  'timeout', // a connection, but no answer in time
  'not-webdav', // an answer, but not of a WebDAV server: a login page, for instance
] as const;

export type RemoteFailure = (typeof REMOTE_FAILURES)[number];

/** Why the server did not do what was asked. The message is for developers; `failure` has a sentence for the reader. */
export class RemoteError extends Error {
  override name = 'RemoteError';
  constructor(
    readonly failure: RemoteFailure,
    message: string,
  ) {
    super(message);
  }
}

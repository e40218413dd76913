/** A server in memory: honours conditions or ignores them, and fails after as many requests as it is told. */
import {
  RemoteError,
  type RemoteFile,
  type RemoteFolder,
  type WriteCondition,
} from '../../../../utils/clips/sync/remote-folder';

export class FakeFolder implements RemoteFolder {
  readonly files = new Map<string, { bytes: Uint8Array; etag: string }>();
  requests: string[] = [];
  /** Requests that still go well. */
  remaining = Number.POSITIVE_INFINITY;
  /** What a failing write leaves behind: nothing, all of it, or its first half. */
  failingWrite: 'lost' | 'done' | 'cut' = 'lost';
  conditional = true;
  /** Files that the server has no room for. */
  tooLarge: (name: string) => boolean = () => false;
  /** Runs once, before the next write. */
  beforeWrite: (() => Promise<void>) | undefined;
  private writes = 0;

  private request(line: string): void {
    this.requests.push(line);
    if (this.remaining <= 0) throw new RemoteError('unreachable', line);
    this.remaining--;
  }

  async list(): Promise<RemoteFile[]> {
    this.request('list');
    return [...this.files].map(([name, { etag }]) => ({ name, etag }));
  }

  async read(name: string, limit: number): Promise<Uint8Array> {
    this.request(`read ${name}`);
    const file = this.files.get(name);
    if (!file) throw new RemoteError('not-found', name);
    if (file.bytes.length > limit) throw new RemoteError('too-large', name);
    return file.bytes;
  }

  async write(name: string, bytes: Uint8Array, condition: WriteCondition): Promise<string> {
    const first = this.beforeWrite;
    this.beforeWrite = undefined;
    await first?.();
    try {
      this.request(`write ${name}`);
    } catch (error) {
      if (this.failingWrite === 'done') this.put(name, bytes);
      if (this.failingWrite === 'cut') this.put(name, bytes.slice(0, bytes.length / 2));
      throw error;
    }
    if (this.tooLarge(name)) throw new RemoteError('too-large', name);
    if (this.conditional && condition !== 'always') {
      const etag = this.files.get(name)?.etag;
      const met = 'ifMatch' in condition ? etag === condition.ifMatch : etag === undefined;
      if (!met) throw new RemoteError('conflict', name);
    }
    return this.put(name, bytes);
  }

  async remove(name: string): Promise<void> {
    this.request(`remove ${name}`);
    this.files.delete(name);
  }

  put(name: string, bytes: Uint8Array): string {
    const etag = `"${++this.writes}"`;
    this.files.set(name, { bytes, etag });
    return etag;
  }

  putText(name: string, text: string): string {
    return this.put(name, new TextEncoder().encode(text));
  }

  text(name: string): string {
    return new TextDecoder().decode(this.files.get(name)?.bytes);
  }
}

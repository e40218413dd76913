/** A library in memory for a test, versions to save in it, and all that it holds. */
import type { Article } from '../../../utils/article/article';
import type { ClipWithVersions, NewVersion } from '../../../utils/clips/clip';
import { type ClipDatabase, openLibrary } from '../../../utils/clips/database';
import { exportEverything } from '../../../utils/clips/store';

let libraries = 0;

/** A name that no other test of the file uses. */
export const newName = (): string => `library-${++libraries}`;

export async function emptyLibrary(name = newName()): Promise<ClipDatabase> {
  return (await openLibrary(name)).database;
}

export function article(url: string, text: string): Article {
  return {
    kind: 'article',
    url,
    title: '陳鍇竑調研文昌商圈建設工作',
    titleOrigin: 'page',
    published: null,
    source: null,
    author: null,
    editor: null,
    column: [],
    language: 'zh-TW',
    document: null,
    publisher: { verdict: 'unknown', host: 'example.com', evidence: [] },
    attachments: [],
    blocks: [{ type: 'paragraph', text }],
  };
}

export const NO_REMARKS = { note: '', tags: [] };

export function version(saveId: string, text: string, savedAt: string, url = 'https://example.com/1'): NewVersion {
  return {
    saveId,
    savedAt,
    article: article(url, text),
    digest: { dates: [], people: [], places: [], organisations: [] },
    script: 'traditional',
    repair: { annotations: 0, shiftedRuns: 0, unrepaired: 0 },
    families: [],
    original: [text],
    edits: {},
    textHash: `hash of ${text}`,
  };
}

export async function contents(database: ClipDatabase): Promise<ClipWithVersions[]> {
  const entries: ClipWithVersions[] = [];
  for await (const entry of exportEverything(database)) entries.push(entry);
  return entries;
}

/** The texts of a clip's versions, newest first. */
export function textsOf({ versions }: ClipWithVersions): string[] {
  return versions.map(({ original }) => original.join('\n'));
}

/** Writes records past all checks, as a bug or a broken disk would. */
export async function putRaw(database: ClipDatabase, store: 'clips' | 'versions', record: unknown): Promise<void> {
  await database.put(store, record as never);
}

/** Makes the next requests of stores fail as on a full disk; returns the function that ends that. */
export function fullDisk(): () => void {
  const { add, put } = IDBObjectStore.prototype;
  const fail = () => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  };
  Object.assign(IDBObjectStore.prototype, { add: fail, put: fail });
  return () => Object.assign(IDBObjectStore.prototype, { add, put });
}

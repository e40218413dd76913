/**
 * How a library of an older schema becomes one of this: a step for every schema, all in the transaction of the upgrade.
 * A step never changes once it has shipped; it is tested against a frozen library of the schema before it.
 */
import type { ClipDatabase, LibraryUpgrade, LibraryWrite } from './database';
import { settleClip } from './settle';

type Step = (database: ClipDatabase, upgrade: LibraryUpgrade) => Promise<void>;

const STEPS: Step[] = [
  async function clipsAndVersions(database) {
    database.createObjectStore('clips', { keyPath: 'id' }).createIndex('url', 'url', { unique: true });
    database
      .createObjectStore('versions', { keyPath: ['clipId', 'number'] })
      .createIndex('saveId', 'saveId', { unique: true });
  },
  async function cardsAndTexts(database, upgrade) {
    const clips = upgrade.objectStore('clips');
    clips.createIndex('createdAt', 'createdAt');
    // A clip that is not in the trash has no time there, and is not in the index.
    clips.createIndex('trashedAt', 'trashedAt');
    database.createObjectStore('texts', { keyPath: 'clipId' });
    database.createObjectStore('sketches', { keyPath: 'clipId' });
    database.createObjectStore('drafts', { keyPath: 'url' });
    database.createObjectStore('aside', { keyPath: 'id', autoIncrement: true });
    database.createObjectStore('staged', { keyPath: ['importId', 'index'] });
    const at = new Date().toISOString();
    // It can do all that a transaction for writing can.
    const write = upgrade as unknown as LibraryWrite;
    for (const id of await clips.getAllKeys()) await settleClip(write, id, at);
  },
];

/** @param from The schema of the library as it stands; 0 when there is none. */
export async function migrate(database: ClipDatabase, from: number, upgrade: LibraryUpgrade): Promise<void> {
  for (const step of STEPS.slice(from)) await step(database, upgrade);
}

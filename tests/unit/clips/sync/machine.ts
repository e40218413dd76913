/** A reader's machine in memory: a library, what sync remembers, and the few things a reader does. */
import type { Clip, ClipVersion } from '../../../../utils/clips/clip';
import type { LocalLibrary } from '../../../../utils/clips/sync/local-library';
import type { ClipMemory, SyncMemory } from '../../../../utils/clips/sync/memory';
import { numberVersions } from '../../../../utils/clips/sync/numbering';
import type { RemoteFolder } from '../../../../utils/clips/sync/remote-folder';
import { type SyncReport, synchronise } from '../../../../utils/clips/sync/run';

let made = 0;
/** Makes the same ids again, so that two tellings of one story compare. */
export function restartIds(): void {
  made = 0;
}

/** Ids in the form of UUIDs, in no order that means anything. */
export function makeId(): string {
  const scrambled = Math.imul(++made, 0x9e3779b1) >>> 0;
  return `${scrambled.toString(16).padStart(8, '0')}-0000-4000-8000-${made.toString(16).padStart(12, '0')}`;
}

export function sampleVersion(change: Partial<ClipVersion> & { url?: string; text?: string } = {}): ClipVersion {
  const { url = 'https://www.sample.gov.cn/a.html', text = '张三到滨河公园调研。', ...own } = change;
  const saveId = own.saveId ?? makeId();
  return {
    saveId,
    clipId: saveId,
    number: 1,
    savedAt: '2026-03-01T08:00:00.000Z',
    article: {
      kind: 'article',
      url,
      title: '张三调研滨河公园',
      titleOrigin: 'dateline',
      published: { day: '2026-02-28', text: '2026-02-28', origin: 'dateline' },
      source: null,
      author: null,
      editor: null,
      column: [],
      language: 'zh-CN',
      document: null,
      publisher: { verdict: 'official', host: 'www.sample.gov.cn', evidence: [] },
      attachments: [],
      blocks: [{ type: 'paragraph', text }],
    },
    digest: { dates: [], people: [], places: [], organisations: [] },
    script: 'simplified',
    repair: { annotations: 0, shiftedRuns: 0, unrepaired: 0 },
    families: [],
    original: [text],
    edits: {},
    textHash: text,
    ...own,
  };
}

export class Machine {
  clips = new Map<string, Clip>();
  /** By clip id. */
  versions = new Map<string, ClipVersion[]>();
  remembered = new Map<string, ClipMemory>();
  deletions = new Set<string>();

  /** @param clock The machine's own, as wrong as it may be. */
  constructor(
    readonly remote: RemoteFolder,
    private readonly clock: () => string,
  ) {}

  save(url: string, text: string, saveId = makeId()): string {
    const known = [...this.clips.values()].find((clip) => clip.url === url);
    const version = sampleVersion({ saveId, url, text, savedAt: this.clock(), number: (known?.latest ?? 0) + 1 });
    const id = known?.id ?? version.saveId;
    this.versions.set(id, [...(this.versions.get(id) ?? []), { ...version, clipId: id }]);
    const fresh = { note: '', tags: [], starred: false, createdAt: version.savedAt };
    const rest = { schema: 2, id, url, updatedAt: version.savedAt, trashedAt: null };
    this.clips.set(id, this.header({ ...fresh, ...known, ...rest }));
    return id;
  }

  change(id: string, change: Partial<Pick<Clip, 'note' | 'tags' | 'starred' | 'trashedAt'>>): void {
    const clip = this.clips.get(id);
    if (clip) this.clips.set(id, { ...clip, ...change });
  }

  /** Deletes for good, as the emptied trash does. */
  erase(id: string): void {
    if (!this.clips.delete(id)) return;
    this.versions.delete(id);
    this.deletions.add(id);
  }

  sync(): Promise<SyncReport> {
    const parts = { library: this.library, memory: this.memory, remote: this.remote, makeId, now: this.clock };
    return synchronise(parts);
  }

  /** All that a reader sees, in a form that compares. */
  get view(): unknown {
    return [...this.clips.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((clip) => ({
        ...clip,
        tags: [...clip.tags].sort(),
        versions: (this.versions.get(clip.id) ?? []).map(({ number, saveId, original }) => [number, saveId, original]),
      }));
  }

  /** Title and number of the newest version, as the store derives them. */
  private header(clip: Omit<Clip, 'title' | 'latest' | 'card'>): Clip {
    const newest = this.versions.get(clip.id)?.at(-1);
    return { ...clip, title: newest?.article.title ?? '', latest: newest?.number ?? 0, card: {} as Clip['card'] };
  }

  private readonly library: LocalLibrary = {
    clips: async () => [...this.clips.values()],
    versionKeys: async () =>
      [...this.versions.values()].flat().map(({ clipId, number, saveId }) => ({ clipId, number, saveId })),
    version: async ({ clipId, saveId }) => this.versions.get(clipId)?.find((version) => version.saveId === saveId),
    settle: async ({ id, url }, decide) => {
      const atUrl = [...this.clips.values()].find((clip) => clip.url === url);
      const settlement = decide(this.clips.get(id), atUrl);
      if (!settlement) return null;
      const { from, add, uploadedAs, fields } = settlement;
      const own = from ? (this.versions.get(from.id) ?? []) : [];
      const fresh = add.filter(({ saveId }) => !own.some((version) => version.saveId === saveId));
      if (from) {
        this.clips.delete(from.id);
        this.versions.delete(from.id);
      }
      const moved = [...own, ...fresh].map((version) => ({ ...version, clipId: settlement.id }));
      this.versions.set(settlement.id, numberVersions(moved, uploadedAs));
      this.clips.set(settlement.id, this.header({ schema: 2, id: settlement.id, url: settlement.url, ...fields }));
      return settlement;
    },
  };

  private readonly memory: SyncMemory = {
    all: async () => [...this.remembered.values()],
    put: async (memory) => {
      this.remembered.set(memory.id, structuredClone(memory));
    },
    deletions: async () => [...this.deletions],
    endDeletion: async (id) => {
      this.deletions.delete(id);
    },
  };
}

/** A clock that goes one second a look, from `start`. */
export function clock(start: string): () => string {
  let time = Date.parse(start);
  return () => {
    time += 1000;
    return new Date(time).toISOString();
  };
}

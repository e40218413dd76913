/**
 * A Clip is an article that the reader keeps, with what the reader said of it.
 * The header changes (note, tags, star, trash, and a card of its newest version); a version never does once it is written.
 */
import type { Article } from '../article/article';
import type { Digest } from '../digest/digest';
import type { DamageFamily, Edit, RepairCounts, Script } from '../script/script';

/** Raised by one with every change of the stored form; see docs/architecture.md. */
export const SCHEMA_VERSION = 2;

/** One state of the article. Immutable. */
export interface ClipVersion {
  /** Made by the side that asks for the save, so that a retry never doubles. */
  saveId: string;
  clipId: string;
  /** 1, 2, 3 … within the clip. */
  number: number;
  /** ISO 8601, UTC. */
  savedAt: string;
  /** Repaired and unconverted. */
  article: Article;
  digest: Digest;
  script: Script;
  repair: RepairCounts;
  families: DamageFamily[];
  /** The lines as they stood on the page, before repair. */
  original: string[];
  /** By line number, the edits that led from the page's line to the article's. */
  edits: Record<number, Edit[]>;
  /** SHA-256 of title and lines, hexadecimal. */
  textHash: string;
}

/** What a version is made from: all but what the store numbers and the clip it belongs to. */
export type NewVersion = Omit<ClipVersion, 'clipId' | 'number'>;

/** All of a clip's newest version that lists, facets and sorting need, so that they read no version. */
export interface ClipCard {
  /** Day of publication as displayed, `YYYY-MM-DD`, or null. */
  published: string | null;
  /** The first date of the digest that was resolved to a day, `YYYY-MM-DD`, or null. */
  event: string | null;
  source: string | null;
  host: string;
  /** Issuing agency of the official-document card, else the source. */
  agency: string | null;
  documentNumber: string | null;
  script: Script;
  /** Without credits. */
  people: { name: string; simplified: string; roles: string[] }[];
  /** `chain` in simplified official names, outermost first; empty when unknown. */
  places: { name: string; simplified: string; chain: string[] }[];
  textHash: string;
  /** Characters (code points) of the body. */
  length: number;
}

export interface Clip {
  /** The schema it was written by. */
  schema: number;
  id: string;
  /** Address without its fragment; one clip an address. */
  url: string;
  title: string;
  /** Number of the newest version. */
  latest: number;
  /** ISO 8601, UTC. */
  createdAt: string;
  updatedAt: string;
  note: string;
  tags: string[];
  starred: boolean;
  /** When it was put in the trash, ISO 8601 UTC; null while it is not. */
  trashedAt: string | null;
  /** Derived from the newest version by whoever writes it. */
  card: ClipCard;
}

/** A clip with all that is kept of it, as it is exported and imported. */
export interface ClipWithVersions {
  clip: Clip;
  /** Newest first. */
  versions: ClipVersion[];
}

/** A note and tags that were typed for a page and not saved yet. */
export interface Draft {
  /** Address without its fragment. */
  url: string;
  note: string;
  tags: string[];
  /** ISO 8601, UTC. */
  at: string;
}

/** A record that failed its check, kept as it was found. */
export interface AsideRecord {
  id: number;
  /** The store it stood in. */
  store: 'clips' | 'versions';
  record: unknown;
  /** What is wrong with it: the path of the first field at fault, and why. */
  reason: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** What a save did. */
export type SaveOutcome = 'created' | 'new-version' | 'unchanged';

/** Whether the library holds the article, and whether it still reads the same. */
export type ClipStatus = { state: 'none' } | { state: 'unchanged' | 'changed'; clipId: string; savedAt: string };

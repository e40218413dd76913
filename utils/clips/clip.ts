/**
 * A Clip is an article that the reader keeps, with what the reader said of it.
 * The header changes (note, tags, star, trash); a version never does once it is written.
 */
import type { Article } from '../article/article';
import type { Digest } from '../digest/digest';
import type { DamageFamily, Edit, RepairCounts, Script } from '../script/script';

/** Raised by one with every change of the stored form; see docs/architecture.md. */
export const SCHEMA_VERSION = 1;

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

export interface Clip {
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
}

/** What a save did. */
export type SaveOutcome = 'created' | 'new-version' | 'unchanged';

/** Whether the library holds the article, and whether it still reads the same. */
export type ClipStatus = { state: 'none' } | { state: 'unchanged' | 'changed'; clipId: string; savedAt: string };

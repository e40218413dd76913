/** The background's side of the library: the only code that writes clips. */
import * as v from 'valibot';
import { linesOf } from '../article/article';
import type { ClipStatus } from '../clips/clip';
import { type ClipDatabase, clipStatus, isClipped, NewerLibraryError, openLibrary, saveVersion } from '../clips/store';
import { textHash } from '../clips/text-hash';
import { makeDigest } from '../digest/make-digest';
import type { PageReading } from '../page/page-reader';
import { digestInputOf } from '../reading';
import { announceChange } from './library-changes';
import type { SaveRequest, SaveResult, TabSheet } from './messages';
import { readTab, UnreachableTab } from './reader-tab';
import { shownPage } from './shown-page';

/** Notes longer than this are refused; a book chapter fits. */
const MAX_NOTE = 100_000;

/** What arrives from an extension page is checked like anything that arrives. */
export const SaveRequestSchema = v.strictObject({
  tabId: v.pipe(v.number(), v.integer()),
  saveId: v.pipe(v.string(), v.uuid()),
  expected: v.strictObject({ pageId: v.string(), title: v.string(), url: v.string(), text: v.string() }),
  note: v.pipe(v.string(), v.maxLength(MAX_NOTE)),
});

type ArticlePage = Extract<PageReading, { state: 'article' }>;

let opening: Promise<ClipDatabase> | undefined;

/** The open library; opened again when the connection was lost or never came. */
export function library(): Promise<ClipDatabase> {
  opening ??= openLibrary().then(
    (database) => {
      database.addEventListener('close', () => {
        opening = undefined;
      });
      return database;
    },
    (error) => {
      opening = undefined;
      throw error;
    },
  );
  return opening;
}

/** All that the popup shows of the tab. */
export async function sheetOf(tabId: number): Promise<TabSheet> {
  let page: PageReading;
  try {
    page = await readTab(tabId);
  } catch (error) {
    if (error instanceof UnreachableTab) return { state: 'unreachable', reason: error.reason };
    throw error;
  }
  if (page.state === 'none') return page;
  const { article } = page.reading;
  return { ...page, digest: makeDigest(digestInputOf(page.reading)), clip: await statusOf(page, article.url) };
}

async function statusOf(page: ArticlePage, url: string): Promise<ClipStatus> {
  const { title, blocks } = page.reading.article;
  try {
    return await clipStatus(await library(), url, await textHash(title, linesOf(blocks)));
  } catch {
    // The page can be read while the library cannot; saving will say what is wrong with it.
    return { state: 'none' };
  }
}

/** Whether the tab's address is in the library. */
export async function isTabClipped(url: string): Promise<boolean> {
  return isClipped(await library(), url.split('#', 1)[0] ?? url);
}

function sameText(a: SaveRequest['expected'], b: SaveRequest['expected']): boolean {
  return a.pageId === b.pageId && a.title === b.title && a.url === b.url && a.text === b.text;
}

/** Saves the article in the tab, read anew and compared with what the reader was shown. Never throws. */
export async function save(request: SaveRequest): Promise<SaveResult> {
  try {
    const { tabId, saveId, expected, note } = v.parse(SaveRequestSchema, request);
    const page = await readTab(tabId);
    if (page.state !== 'article' || !sameText(shownPage(page), expected))
      return { ok: false, error: 'page-changed', detail: page.state === 'article' ? page.reading.article.title : '' };
    return await store(page, saveId, note);
  } catch (error) {
    return failure(error);
  }
}

/** Saves what the tab shows now, without a preview: the shortcut and the menu. Never throws. */
export async function saveUnseen(tabId: number): Promise<SaveResult | null> {
  try {
    const page = await readTab(tabId);
    return page.state === 'article' ? await store(page, crypto.randomUUID(), '') : null;
  } catch (error) {
    return failure(error);
  }
}

async function store(page: ArticlePage, saveId: string, note: string): Promise<SaveResult> {
  const { article, script, repair, families, original, edits } = page.reading;
  const version = {
    saveId,
    savedAt: new Date().toISOString(),
    article,
    digest: makeDigest(digestInputOf(page.reading)),
    script,
    repair,
    families,
    original,
    edits,
    textHash: await textHash(article.title, linesOf(article.blocks)),
  };
  const saved = await saveVersion(await library(), version, note);
  announceChange();
  return { ok: true, ...saved };
}

function failure(error: unknown): SaveResult {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof NewerLibraryError) return { ok: false, error: 'newer-library', detail };
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return { ok: false, error: 'quota', detail };
  return { ok: false, error: 'failed', detail };
}

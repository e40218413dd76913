/** The background's side of the library: the only code that writes clips. */
import { linesOf } from '../article/article';
import type { ClipStatus } from '../clips/clip';
import { NewerLibraryError } from '../clips/database';
import { draftOf } from '../clips/drafts';
import { clipStatus, isClipped, type Remarks, saveVersion } from '../clips/store';
import { textHash } from '../clips/text-hash';
import { digestInputOf } from '../digest/digest-input';
import type { PageReading } from '../page/page-reader';
import { digestOf } from './digests';
import { committed } from './library-care';
import { library } from './library-connection';
import type { SaveRequest, SaveResult, TabSheet } from './messages';
import { readTab, UnreachableTab } from './reader-tab';
import { shownPage } from './shown-page';

type ArticlePage = Extract<PageReading, { state: 'article' }>;

/** What the popup shows of the tab at once. */
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
  return { ...page, clip: await statusOf(page, article.url) };
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
export async function save({ tabId, saveId, expected, note, tags }: SaveRequest): Promise<SaveResult> {
  try {
    const page = await readTab(tabId);
    if (page.state !== 'article' || !sameText(shownPage(page), expected))
      return { ok: false, error: 'page-changed', detail: page.state === 'article' ? page.reading.article.title : '' };
    return await store(page, saveId, { note, tags });
  } catch (error) {
    return failure(error);
  }
}

/** Saves what the tab shows now, with the draft there is for it: the shortcut and the menu. Never throws. */
export async function saveUnseen(tabId: number): Promise<SaveResult | null> {
  try {
    const page = await readTab(tabId);
    if (page.state !== 'article') return null;
    const draft = await draftOf(await library(), page.reading.article.url);
    return await store(page, crypto.randomUUID(), draft ?? { note: '', tags: [] });
  } catch (error) {
    return failure(error);
  }
}

async function store(page: ArticlePage, saveId: string, remarks: Remarks): Promise<SaveResult> {
  const { article, script, repair, families, original, edits } = page.reading;
  const version = {
    saveId,
    savedAt: new Date().toISOString(),
    article,
    digest: digestOf(digestInputOf(page.reading)),
    script,
    repair,
    families,
    original,
    edits,
    textHash: await textHash(article.title, linesOf(article.blocks)),
  };
  const { outcome, clipId, added } = await saveVersion(await library(), version, remarks);
  await committed(added ? 1 : 0);
  return { ok: true, outcome, clipId };
}

function failure(error: unknown): SaveResult {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof NewerLibraryError) return { ok: false, error: 'newer-library', detail };
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return { ok: false, error: 'quota', detail };
  return { ok: false, error: 'failed', detail };
}

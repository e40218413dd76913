/** Glances at a page for the background: when it has loaded, has come back from the back-forward cache, or has become another. */
import { glance } from '../article/glance';
import { onInPageNavigation } from '../page/in-page-navigation';
import { looksTraditional } from '../script/sample';
import { askBackground } from './messages';
import { nativeApi } from './native-api';
import { siteKey } from './site-key';

/** Enough of a page to tell its script by; the cost of reading more is paid on every page. */
const SAMPLE_LENGTH = 4000;

/** The isolated world is ours alone: the page cannot see or forge this. */
const world = globalThis as { qingyueGlance?: () => Promise<void> };

async function isOffSite(host: string): Promise<boolean> {
  const key = siteKey(host);
  const stored = (await nativeApi().storage.local.get(key))[key] as { never?: unknown } | undefined;
  return stored?.never === true;
}

async function glanceAt({ document, location }: Window): Promise<void> {
  if (await isOffSite(location.host)) return;
  const { chinese, likelyArticle } = glance(document);
  if (!chinese) return;
  const traditional = looksTraditional((document.body.textContent ?? '').slice(0, SAMPLE_LENGTH));
  await askBackground('page:glanced', { traditional, likelyArticle });
}

/** Glances now, and again whenever the page has become another; a second call on the same page only glances. */
export async function startGlance(window: Window & typeof globalThis): Promise<void> {
  // The background may be restarting, or gone after an update: nothing of it is worth an error.
  world.qingyueGlance ??= watched(window, () => glanceAt(window).catch(() => {}));
  await world.qingyueGlance();
}

function watched(window: Window & typeof globalThis, look: () => Promise<void>): () => Promise<void> {
  onInPageNavigation(window, look);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void look();
  });
  return look;
}

/**
 * Every message between the parts of the extension, typed in one place.
 * A message from a web page never arrives here: there is no `externally_connectable`, and senders are checked.
 */
import type { Runtime } from 'webextension-polyfill';
import type { ClipStatus, SaveOutcome } from '../clips/clip';
import type { Digest } from '../digest/digest';
import type { ChangedWord } from '../page/changed-words';
import type { PageReading, RevealRequest, View } from '../page/page-reader';
import type { SimplifierOptions } from '../script/simplify';
import { nativeApi } from './native-api';

/** Why a tab cannot be read; the popup has a sentence for each. */
export type Unreachable = 'browser-page' | 'store' | 'pdf' | 'file' | 'not-a-page' | 'no-access' | 'gone';

/** All that the popup shows of a tab. */
export type TabSheet =
  | (Extract<PageReading, { state: 'article' }> & { digest: Digest; clip: ClipStatus })
  | Extract<PageReading, { state: 'none' }>
  | { state: 'unreachable'; reason: Unreachable };

export interface SaveRequest {
  tabId: number;
  /** Made once by the asking side; asking again with the same id never saves twice. */
  saveId: string;
  /** What the reader saw before saving; a page that has moved on is not saved. */
  expected: { pageId: string; title: string; url: string; text: string };
  note: string;
}

export type SaveResult =
  | { ok: true; outcome: SaveOutcome; clipId: string }
  | { ok: false; error: 'page-changed' | 'quota' | 'newer-library' | 'failed'; detail: string };

/** Handled by the reader in a tab. */
export interface ReaderMessages {
  'reader:read': { args: undefined; result: PageReading };
  'reader:convert': { args: { on: boolean; choices: SimplifierOptions }; result: View };
  'reader:focus': { args: { on: boolean | 'toggle' }; result: View };
  'reader:changed-words': { args: undefined; result: ChangedWord[] };
  'reader:reveal': { args: RevealRequest; result: { shown: boolean } };
}

/** Handled by the background for the extension's own pages. */
export interface BackgroundMessages {
  'tab:sheet': { args: { tabId: number }; result: TabSheet };
  'tab:convert': { args: { tabId: number; on: boolean | 'toggle' }; result: View };
  'clip:save': { args: SaveRequest; result: SaveResult };
  'clip:trash': { args: { clipId: string }; result: undefined };
  'clip:restore': { args: { clipId: string }; result: undefined };
  'clip:note': { args: { clipId: string; note: string }; result: undefined };
}

/** Handled by the background for the glance script on government pages. */
export interface GlanceMessages {
  'page:glanced': { args: { traditional: boolean; likelyArticle: boolean }; result: undefined };
}

type Messages = ReaderMessages & BackgroundMessages & GlanceMessages;
type Name = keyof Messages;
type Args<N extends Name> = Messages[N]['args'];
type Result<N extends Name> = Messages[N]['result'];

export type Handlers<N extends Name> = {
  [K in N]: (args: Args<K>, sender: Runtime.MessageSender) => Result<K> | Promise<Result<K>>;
};

/** True for a message sent by one of the extension's own pages or its background. */
export function fromExtension(sender: Runtime.MessageSender): boolean {
  const { runtime } = nativeApi();
  return sender.id === runtime.id && (sender.url === undefined || sender.url.startsWith(runtime.getURL('')));
}

/** True for a message sent by one of the extension's scripts in a tab. */
export function fromPageScript(sender: Runtime.MessageSender): boolean {
  return sender.id === nativeApi().runtime.id && sender.tab?.id !== undefined && !fromExtension(sender);
}

/** How an answer travels: Chrome before 144 knows no promises here, and an error would arrive as no answer at all. */
type Answer = { result: unknown } | { error: string };

type Listener = (
  message: unknown,
  sender: Runtime.MessageSender,
  respond: (answer: Answer) => void,
) => true | undefined;

/**
 * Answers the messages named in `handlers` when `allowed` accepts their sender; leaves all others alone.
 * Returns the function that stops listening.
 */
export function listen<N extends Name>(
  handlers: Handlers<N>,
  allowed: (sender: Runtime.MessageSender) => boolean,
): () => void {
  const listener: Listener = (message, sender, respond) => {
    if (typeof message !== 'object' || message === null) return undefined;
    const { name, args } = message as { name?: unknown; args?: unknown };
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name) || !allowed(sender)) return undefined;
    const handler = handlers[name as N] as (args: unknown, sender: Runtime.MessageSender) => unknown;
    Promise.resolve()
      .then(() => handler(args, sender))
      .then(
        (result) => respond({ result }),
        (error) => respond({ error: error instanceof Error ? error.message : String(error) }),
      );
    return true; // the answer comes later
  };
  const { onMessage } = nativeApi().runtime;
  onMessage.addListener(listener as Parameters<typeof onMessage.addListener>[0]);
  return () => onMessage.removeListener(listener as Parameters<typeof onMessage.addListener>[0]);
}

/** What was answered. @throws when the handler did, and when nobody answered. */
function resultOf<R>(answer: Answer | undefined): R {
  if (!answer) throw new Error('no answer');
  if ('error' in answer) throw new Error(answer.error);
  return answer.result as R;
}

type Ask<M, N extends keyof M & Name> = Args<N> extends undefined ? [] : [args: Args<N>];

export async function askTab<N extends keyof ReaderMessages>(
  tabId: number,
  name: N,
  ...[args]: Ask<ReaderMessages, N>
): Promise<Result<N>> {
  // The reader works in the top document only.
  return resultOf(await nativeApi().tabs.sendMessage(tabId, { name, args }, { frameId: 0 }));
}

export async function askBackground<N extends keyof (BackgroundMessages & GlanceMessages)>(
  name: N,
  ...[args]: Ask<BackgroundMessages & GlanceMessages, N>
): Promise<Result<N>> {
  return resultOf(await nativeApi().runtime.sendMessage({ name, args }));
}

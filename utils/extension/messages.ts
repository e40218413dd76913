/**
 * Every message between the parts of the extension, typed in one place.
 * A message from a web page never arrives here: there is no `externally_connectable`, and senders are checked.
 */
import type { Runtime } from 'webextension-polyfill';
import type { Pick } from '../article/pick';
import type { ClipStatus, ClipWithVersions, Draft, SaveOutcome } from '../clips/clip';
import type { MergeReport } from '../clips/merge';
import type { ClipChange } from '../clips/store';
import type { Digest, DigestInput } from '../digest/digest';
import type { ChangedWord } from '../page/changed-words';
import type { PageReading, RevealRequest, View } from '../page/page-reader';
import type { PickerOptions } from '../page/picker/picker';
import type { ReadingStyle } from '../page/reading-view/reading-style';
import type { ReadingViewOptions } from '../page/reading-view/reading-view';
import type { ToolbarOptions, ToolbarState } from '../page/toolbar/toolbar';
import type { ToolbarAction, ToolbarOutcome } from '../page/toolbar/toolbar-words';
import type { SimplifierOptions } from '../script/simplify';
import type { DataKind } from './data-kinds';
import { nativeApi } from './native-api';
import type { SyncAnswer, SyncRequest, SyncStatus } from './sync-server';

/** Why a tab cannot be read; the popup has a sentence for each. */
export type Unreachable = 'never' | 'browser-page' | 'store' | 'pdf' | 'file' | 'not-a-page' | 'no-access' | 'gone';

/** All that the popup shows of a tab at once; the digest comes after it. */
export type TabSheet =
  | (Extract<PageReading, { state: 'article' }> & { clip: ClipStatus })
  | Extract<PageReading, { state: 'none' }>
  | { state: 'unreachable'; reason: Unreachable };

export interface SaveRequest {
  tabId: number;
  /** Made once by the asking side; asking again with the same id never saves twice. */
  saveId: string;
  /** What the reader saw before saving; a page that has moved on is not saved. */
  expected: { pageId: string; title: string; url: string; text: string };
  note: string;
  tags: string[];
}

export type SaveResult =
  | { ok: true; outcome: SaveOutcome; clipId: string }
  | { ok: false; error: 'page-changed' | 'quota' | 'newer-library' | 'failed'; detail: string };

/** A part of an import. The library is as it was until the last one has come, and then has all of them. */
export interface ImportRequest {
  /** Made once for all parts. */
  importId: string;
  /** 0, 1, 2 … A part that is sent again replaces itself. */
  index: number;
  records: ClipWithVersions[];
  last: boolean;
}

export type ImportResult = { state: 'staged' } | ({ state: 'committed' } & MergeReport);

export interface LibraryHealth {
  /** Clips in the library, those in the trash included. */
  count: number;
  /** Clips that there should be; more than `count` when the browser has cleared some. */
  expected: number;
  /** Records that were set aside. */
  aside: number;
  /** True when a newer Qingyue wrote the library. */
  readOnly: boolean;
  /** Bytes, as the browser estimates them for all of the extension; null where it does not. */
  usage: number | null;
  quota: number | null;
  /** True when the browser has promised not to clear the library by itself. */
  persisted: boolean;
  /** ISO 8601 UTC. */
  lastBackup: string | null;
  backupDue: boolean;
}

/** What can be chosen for a site in the popup; what is left out stays as it is. */
export interface SiteChoice {
  never?: boolean;
  convert?: boolean;
  clean?: boolean;
  toolbar?: boolean;
  /** Null forgets the block that was picked. */
  pick?: null;
}

/** Handled by the reader in a tab. */
export interface ReaderMessages {
  'reader:pick': { args: { pick: Pick | null }; result: undefined };
  'reader:read': { args: undefined; result: PageReading };
  'reader:convert': { args: { on: boolean; choices: SimplifierOptions }; result: View };
  'reader:focus': { args: { on: boolean | 'toggle' }; result: View };
  /** `done` is false where no text is selected. */
  'reader:convert-selection': { args: { choices: SimplifierOptions }; result: { done: boolean } };
  /** `done` is false where no text is selected, or the browser lets nothing be copied. */
  'reader:copy-simplified': { args: { choices: SimplifierOptions }; result: { done: boolean } };
  'reader:changed-words': { args: undefined; result: ChangedWord[] };
  'reader:reveal': { args: RevealRequest; result: { shown: boolean } };
}

/** Handled by the reading view in a tab. */
export interface ViewMessages {
  'view:open': { args: Omit<ReadingViewOptions, 'keepStyle'> & { focus: 'article' | 'size' }; result: undefined };
}

/** Handled by the toolbar in a tab. */
export interface ToolbarMessages {
  'toolbar:show': { args: Omit<ToolbarOptions, 'press' | 'keepState' | 'hide'>; result: undefined };
  'toolbar:hide': { args: undefined; result: undefined };
}

/** Handled by the picker in a tab. */
export interface PickerMessages {
  'picker:start': { args: Omit<PickerOptions, 'choose'>; result: undefined };
}

/** Handled by the background for the extension's own pages. */
export interface BackgroundMessages {
  'tab:sheet': { args: { tabId: number }; result: TabSheet };
  'tab:convert': { args: { tabId: number; on: boolean | 'toggle' }; result: View };
  /** The result says whether there was an article to open. */
  'tab:reading-view': { args: { tabId: number }; result: boolean };
  /** Lets the reader point at the article in the page. */
  'tab:pick': { args: { tabId: number }; result: undefined };
  /** Answers when the tab is as the site's memory then asks. */
  'tab:site': { args: { tabId: number; url: string; choice: SiteChoice }; result: undefined };
  'digest:make': { args: DigestInput; result: Digest };
  'clip:save': { args: SaveRequest; result: SaveResult };
  'clip:change': { args: { clipIds: string[]; change: ClipChange }; result: undefined };
  /** For good. */
  'clip:delete': { args: { clipIds: string[] }; result: undefined };
  'clip:import': { args: ImportRequest; result: ImportResult };
  'draft:get': { args: { url: string }; result: Draft | null };
  'draft:set': { args: Omit<Draft, 'at'>; result: undefined };
  'library:health': { args: undefined; result: LibraryHealth };
  /** All of the library has been exported. */
  'library:backed-up': { args: undefined; result: undefined };
  /** The reader goes on without the clips that are missing. */
  'library:accept-loss': { args: undefined; result: undefined };
  /** Deletes what is kept of these kinds, for good. */
  'data:delete': { args: { kinds: DataKind[] }; result: undefined };
  'sync:status': { args: undefined; result: SyncStatus };
  'sync:configure': { args: SyncRequest; result: SyncAnswer };
  /** Answers when the run has ended. */
  'sync:now': { args: undefined; result: SyncStatus };
}

/** Handled by the background for the glance script on government pages. */
export interface GlanceMessages {
  'page:glanced': { args: { traditional: boolean; likelyArticle: boolean }; result: undefined };
}

/** Handled by an open popup, for the reader in its tab. */
export interface ReaderNews {
  /** The document has become another page without being loaded. */
  'page:moved': { args: undefined; result: undefined };
}

/** Handled by the background for the reading view, the toolbar and the picker in a tab. */
export interface SurfaceMessages {
  'view:style': { args: { style: ReadingStyle }; result: undefined };
  'toolbar:press': { args: { action: ToolbarAction }; result: ToolbarOutcome };
  'toolbar:keep': { args: { state: ToolbarState }; result: undefined };
  'toolbar:off': { args: undefined; result: undefined };
  /** Remembers the block for the site. The result is the title of the article read from it, null when there is none. */
  'picker:chosen': { args: { pick: Pick }; result: string | null };
}

type TabMessages = ReaderMessages & ViewMessages & ToolbarMessages & PickerMessages;
type PageScriptMessages = GlanceMessages & SurfaceMessages & ReaderNews;
type Messages = TabMessages & BackgroundMessages & PageScriptMessages;
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

/** For every message, what turns its unchecked arguments into checked ones, and throws on those that are not. */
export type Checks<N extends Name> = { [K in N]: (args: unknown) => Args<K> };

/**
 * Answers the messages named in `handlers` when `allowed` accepts their sender; leaves all others alone.
 * Arguments that do not pass `checks` are answered with what is wrong with them.
 * Returns the function that stops listening.
 */
export function listen<N extends Name>(
  handlers: Handlers<N>,
  allowed: (sender: Runtime.MessageSender) => boolean,
  checks?: Checks<N>,
): () => void {
  const listener: Listener = (message, sender, respond) => {
    if (typeof message !== 'object' || message === null) return undefined;
    const { name, args } = message as { name?: unknown; args?: unknown };
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name) || !allowed(sender)) return undefined;
    const handler = handlers[name as N] as (args: unknown, sender: Runtime.MessageSender) => unknown;
    Promise.resolve()
      .then(() => handler(checks ? checks[name as N](args) : args, sender))
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

export async function askTab<N extends keyof TabMessages>(
  tabId: number,
  name: N,
  ...[args]: Ask<TabMessages, N>
): Promise<Result<N>> {
  // The reader works in the top document only.
  return resultOf(await nativeApi().tabs.sendMessage(tabId, { name, args }, { frameId: 0 }));
}

export async function askBackground<N extends keyof (BackgroundMessages & PageScriptMessages)>(
  name: N,
  ...[args]: Ask<BackgroundMessages & PageScriptMessages, N>
): Promise<Result<N>> {
  return resultOf(await nativeApi().runtime.sendMessage({ name, args }));
}

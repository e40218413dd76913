/** Puts the reader on a page once, answers the extension's messages, and leaves no trace when the extension goes. */

import { onInPageNavigation } from '../page/in-page-navigation';
import { PageReader } from '../page/page-reader';
import { askBackground, fromExtension, listen, type ReaderMessages } from './messages';
import { isOrphan, ORPHAN_CHECK_MS } from './orphan';

/** The isolated world is ours alone: the page cannot see or forge this. */
const world = globalThis as { qingyueReader?: PageReader };

/** @returns false when a reader is at work on this page already. */
export function startReader(window: Window & typeof globalThis): boolean {
  if (world.qingyueReader) return false;
  const reader = new PageReader(window, randomId());
  world.qingyueReader = reader;
  const stop = listen<keyof ReaderMessages>(
    {
      'reader:pick': ({ pick }) => {
        reader.pick = pick;
        return undefined;
      },
      'reader:read': () => reader.read(),
      'reader:convert': ({ on, choices }) => reader.convert(on, choices),
      'reader:convert-selection': ({ choices }) => ({ done: reader.convertSelection(choices) }),
      'reader:copy-simplified': ({ choices }) => ({ done: reader.copySimplified(choices) }),
      'reader:focus': ({ on }) => reader.focus(on === 'toggle' ? !reader.read().view.focused : on),
      'reader:changed-words': () => reader.changedWords(),
      'reader:reveal': (request) => ({ shown: reader.reveal(request) }),
    },
    fromExtension,
  );
  const stopFollowing = onInPageNavigation(window, () => {
    reader.follow();
    // Nobody answers where no popup is open.
    askBackground('page:moved').catch(() => {});
  });
  const timer = window.setInterval(() => {
    if (!reader.changed || !isOrphan()) return;
    window.clearInterval(timer);
    stopFollowing();
    reader.dispose();
    stop();
  }, ORPHAN_CHECK_MS);
  return true;
}

/** `crypto.randomUUID` is missing on pages served over plain http. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

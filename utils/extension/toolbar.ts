/** The toolbar in a tab: shown and taken away on the background's word, which does what its buttons say. */
import { Toolbar } from '../page/toolbar/toolbar';
import { askBackground, fromExtension, listen, type ToolbarMessages } from './messages';
import { whenOrphaned } from './orphan';

/** The isolated world is ours alone: the page cannot see or forge this. */
const world = globalThis as { qingyueToolbar?: true };

/** Begins to listen, once a page. */
export function startToolbar(window: Window & typeof globalThis): void {
  if (world.qingyueToolbar) return;
  world.qingyueToolbar = true;
  let toolbar: Toolbar | null = null;
  let stopWatching = () => {};
  const hide = () => {
    stopWatching();
    toolbar?.dispose();
    toolbar = null;
  };
  listen<keyof ToolbarMessages>(
    {
      'toolbar:show': (options) => {
        if (toolbar?.inPage) return undefined;
        hide();
        toolbar = new Toolbar(window, {
          ...options,
          press: (action) => askBackground('toolbar:press', { action }).catch(() => 'failed'),
          keepState: (state) => void askBackground('toolbar:keep', { state }).catch(() => {}),
          hide: () => void askBackground('toolbar:off').catch(hide),
        });
        stopWatching = whenOrphaned(window, hide);
        return undefined;
      },
      'toolbar:hide': () => {
        hide();
        return undefined;
      },
    },
    fromExtension,
  );
}

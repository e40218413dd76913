/** The toolbar in a tab: shown and taken away on the background's word, which does what its buttons say. */
import { Toolbar } from '../page/toolbar/toolbar';
import { askBackground, fromExtension, listen, type ToolbarMessages } from './messages';
import { isOrphan } from './native-api';

/** The isolated world is ours alone: the page cannot see or forge this. */
const world = globalThis as { qingyueToolbar?: true };

/** How often it is looked whether the extension is still there; an updated or removed one cannot say goodbye. */
const ORPHAN_CHECK_MS = 1000;

/** Begins to listen, once a page. */
export function startToolbar(window: Window & typeof globalThis): void {
  if (world.qingyueToolbar) return;
  world.qingyueToolbar = true;
  let toolbar: Toolbar | null = null;
  let timer: number | undefined;
  const hide = () => {
    window.clearInterval(timer);
    toolbar?.dispose();
    toolbar = null;
  };
  listen<keyof ToolbarMessages>(
    {
      'toolbar:show': (options) => {
        hide();
        toolbar = new Toolbar(window, {
          ...options,
          press: (action) => askBackground('toolbar:press', { action }).catch(() => 'failed'),
          keepState: (state) => void askBackground('toolbar:keep', { state }).catch(() => {}),
          hide: () => void askBackground('toolbar:off').catch(hide),
        });
        timer = window.setInterval(() => isOrphan() && hide(), ORPHAN_CHECK_MS);
      },
      'toolbar:hide': () => {
        hide();
        return undefined;
      },
    },
    fromExtension,
  );
}

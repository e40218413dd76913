/** The reading view in a tab: opened on the background's word, in the style the reader keeps. */
import { cleanStyle } from '../page/reading-view/reading-style';
import { ReadingView } from '../page/reading-view/reading-view';
import { askBackground, fromExtension, listen, type ViewMessages } from './messages';
import { nativeApi } from './native-api';
import { whenOrphaned } from './orphan';
import { SETTINGS_KEY } from './settings-key';

/** The isolated world is ours alone: the page cannot see or forge this. */
const world = globalThis as { qingyueReadingView?: true };

/** Begins to listen, once a page. */
export function startReadingView(window: Window & typeof globalThis): void {
  if (world.qingyueReadingView) return;
  world.qingyueReadingView = true;
  let view: ReadingView | null = null;
  listen<keyof ViewMessages>(
    {
      'view:open': ({ focus, ...shown }) => {
        view?.close();
        view = new ReadingView(window, {
          ...shown,
          // What cannot be kept is shown all the same.
          keepStyle: (style) => void askBackground('view:style', { style }).catch(() => {}),
        });
        view.show(focus);
      },
    },
    fromExtension,
  );
  whenOrphaned(window, () => view?.close());
  nativeApi().storage.local.onChanged.addListener((changes) => {
    const { newValue } = changes[SETTINGS_KEY] ?? {};
    if (view?.open && newValue) view.restyle(cleanStyle((newValue as { reading?: unknown }).reading));
  });
}

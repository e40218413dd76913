/** The picker in a tab: begun on the background's word, which keeps what is chosen. */
import { Picker } from '../page/picker/picker';
import { askBackground, fromExtension, listen, type PickerMessages } from './messages';
import { whenOrphaned } from './orphan';

/** The isolated world is ours alone: the page cannot see or forge this. */
const world = globalThis as { qingyuePicker?: true };

/** Begins to listen, once a page. */
export function startPicker(window: Window & typeof globalThis): void {
  if (world.qingyuePicker) return;
  world.qingyuePicker = true;
  let picker: Picker | null = null;
  listen<keyof PickerMessages>(
    {
      'picker:start': (options) => {
        picker?.close();
        picker = new Picker(window, { ...options, choose: (pick) => askBackground('picker:chosen', { pick }) });
        return undefined;
      },
    },
    fromExtension,
  );
  whenOrphaned(window, () => picker?.close());
}

/** Simplified characters and chrome-free reading, each taken back by the same switch; and the way to the reading view. */
import { t } from '../../utils/extension/language';
import type { View } from '../../utils/page/page-reader';
import { Switch } from '../Switch';

interface Props {
  view: View;
  /** Whether there is an article to reduce the page to. */
  readable: boolean;
  convert: (on: boolean) => Promise<void>;
  focus: (on: boolean) => Promise<void>;
  /** Opens the reading view. */
  read?: () => Promise<void>;
}

export function ViewSwitches({ view, readable, convert, focus, read }: Props) {
  return (
    <div class="switches">
      <Switch
        label={view.convertible ? t('switch_script') : t('switch_script_off')}
        on={view.converted}
        disabled={!view.convertible}
        onChange={convert}
      />
      {readable && <Switch label={t('switch_focus')} on={view.focused} onChange={focus} />}
      {read && (
        <button type="button" id="reading-view" class="button switches-view" onClick={read}>
          {t('view_open')}
        </button>
      )}
      {view.contested && (
        <p class="soft" role="status">
          {t('switch_contested')}
        </p>
      )}
    </div>
  );
}

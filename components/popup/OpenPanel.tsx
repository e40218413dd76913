/** Opens the panel beside the page; not shown where the browser has none. */

import { t } from '../../utils/extension/language';
import { panelOpener } from '../../utils/extension/panel';
import { closePopup } from '../../utils/extension/tabs';
import { Icon } from '../Icon';

export function OpenPanel({ windowId }: { windowId: number }) {
  const open = panelOpener();
  if (!open) return null;
  const words = t('popup_panel');
  return (
    <button
      type="button"
      id="open-panel"
      class="button button-quiet"
      title={words}
      onClick={() => open(windowId).then(closePopup)}
    >
      <Icon name="panel" />
      <span class="visually-hidden">{words}</span>
    </button>
  );
}

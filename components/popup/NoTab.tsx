/** The popup when the tab it was opened for is gone. */
import { t } from '../../utils/extension/language';

export function NoTab() {
  return (
    <main class="popup">
      <header>
        <h1>{t('unreachable_title')}</h1>
      </header>
      <p class="notice">{t('unreachable_gone')}</p>
    </main>
  );
}

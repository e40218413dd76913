/** The line under the list: how many clips, how much room they take; it opens what there is to know. */
import { t } from '../../../utils/extension/language';
import { bytesWords } from './bytes';
import type { Health } from './use-health';

export function StorageLine({ health: { health }, onOpen }: { health: Health; onOpen: () => void }) {
  return (
    <footer class="storage">
      {health && (
        <button type="button" class="button button-quiet" onClick={onOpen}>
          {t('care_line', { count: health.count, size: bytesWords(health.usage ?? 0) })}
          {' · '}
          {t(health.persisted ? 'care_persisted_short' : 'care_not_persisted_short')}
        </button>
      )}
    </footer>
  );
}

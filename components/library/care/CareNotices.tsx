/** What the reader has to know of the library before anything else; usually nothing. */
import { t } from '../../../utils/extension/language';
import { askBackground } from '../../../utils/extension/messages';
import type { Health } from './use-health';

interface Props {
  health: Health;
  readOnly: boolean;
  onBackUp: () => void;
  onRestore: () => void;
  onCare: () => void;
}

export function CareNotices({ health: { health, ask }, readOnly, onBackUp, onRestore, onCare }: Props) {
  const lost = health ? Math.max(0, health.expected - health.count) : 0;
  return (
    <div class="care-notices">
      {readOnly && <p class="care-notice">{t('library_newer')}</p>}
      {lost > 0 && (
        <p class="care-notice care-loss" role="alert">
          {t('care_lost', { count: lost })}{' '}
          <button type="button" class="button" onClick={onRestore}>
            {t('care_restore')}
          </button>{' '}
          <button type="button" class="button" onClick={() => askBackground('library:accept-loss').then(ask, () => {})}>
            {t('care_accept_loss')}
          </button>
        </p>
      )}
      {health !== null && health.aside > 0 && (
        <p class="care-notice">
          {t('care_aside', { count: health.aside })}{' '}
          <button type="button" class="button" onClick={onCare}>
            {t('care_look')}
          </button>
        </p>
      )}
      {health?.backupDue && lost === 0 && (
        <p class="care-notice">
          {t('care_backup_due')}{' '}
          <button type="button" class="button" onClick={onBackUp}>
            {t('care_back_up')}
          </button>
        </p>
      )}
    </div>
  );
}

/** The button that makes a backup: all of the library in one file. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { exportNow } from '../library/transfer/export-now';

/** @param count Clips in the library, with those in the trash. */
export function ExportEverything({ count }: { count: number }) {
  const [result, setResult] = useState('');
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    setResult(t('library_export_working'));
    try {
      setResult(t('library_export_done', { name: await exportNow('json', 'all') }));
    } catch (error) {
      setResult(t('library_export_failed', { detail: error instanceof Error ? error.message : String(error) }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="export-everything">
      <button type="button" class="button" disabled={busy || count === 0} onClick={start}>
        {t('settings_backup_now', { count })}
      </button>
      <p class="soft" role="status">
        <bdi>{result}</bdi>
      </p>
    </div>
  );
}

/** Names what is going to be deleted, and offers a copy of the library first: there is no undo. */
import { useEffect, useState } from 'preact/hooks';
import type { DataKind } from '../../utils/extension/data-kinds';
import { t } from '../../utils/extension/language';
import { askBackground } from '../../utils/extension/messages';
import { Dialog } from '../library/Dialog';
import { ExportEverything } from './ExportEverything';

interface Props {
  kinds: readonly DataKind[];
  /** Clips in the library, with those in the trash. */
  count: number;
  onDelete: () => void;
  onClose: () => void;
}

/** Whether the deletion of clips would be passed on to a server. */
function useIsPassedOn(kinds: readonly DataKind[]): boolean {
  const [hasServer, setHasServer] = useState(false);
  useEffect(() => {
    askBackground('sync:status').then(
      ({ server }) => setHasServer(server !== null),
      () => {},
    );
  }, []);
  return hasServer && kinds.includes('clips') && !kinds.includes('sync');
}

export function DeletionDialog({ kinds, count, onDelete, onClose }: Props) {
  const passedOn = useIsPassedOn(kinds);
  return (
    <Dialog title={t('settings_data')} onClose={onClose}>
      <p>{t('settings_data_ask')}</p>
      <ul class="titles">
        {kinds.map((kind) => (
          <li key={kind}>{t(`data_${kind}`, { count })}</li>
        ))}
      </ul>
      {passedOn && <p role="alert">{t('settings_data_synced')}</p>}
      {kinds.includes('clips') && count > 0 && (
        <>
          <h3>{t('settings_data_export')}</h3>
          <ExportEverything count={count} />
        </>
      )}
      <p class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          {t('library_cancel')}
        </button>
        <button type="button" id="delete-confirmed" class="button button-danger" onClick={onDelete}>
          {t('settings_data_confirm')}
        </button>
      </p>
    </Dialog>
  );
}

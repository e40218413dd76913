/** The list of keys that work while the list of clips has the focus. */
import { type MessageKey, t } from '../../utils/extension/language';
import { Dialog } from './Dialog';

const KEYS: [keys: string[], does: MessageKey][] = [
  [['/'], 'library_key_search'],
  [['j', '↓'], 'library_key_next'],
  [['k', '↑'], 'library_key_previous'],
  [['Enter'], 'library_key_open'],
  [['x'], 'library_key_select'],
  [['s'], 'library_key_star'],
  [['#', 'Delete'], 'library_key_trash'],
  [['u'], 'library_key_undo'],
  [['?'], 'library_key_help'],
];

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t('library_keys')} onClose={onClose}>
      <p class="soft">{t('library_keys_where')}</p>
      <dl class="keys">
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

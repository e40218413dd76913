/** Asks before clips are deleted for good: this has no undo. */
import type { Clip } from '../../utils/clips/clip';
import { t } from '../../utils/extension/language';
import { languageOf } from '../language-of';
import { Dialog } from './Dialog';
import { shortTitle } from './short-title';

interface Props {
  clips: readonly Clip[];
  onDelete: (clips: readonly Clip[]) => Promise<void>;
  onClose: () => void;
}

/** Titles listed in the question. */
const TITLES_SHOWN = 5;

export function DeleteDialog({ clips, onDelete, onClose }: Props) {
  const remove = () => {
    void onDelete(clips);
    onClose();
  };
  return (
    <Dialog title={t('library_delete_forever')} onClose={onClose}>
      <p>{t('library_delete_ask', { count: clips.length })}</p>
      <ul class="titles">
        {clips.slice(0, TITLES_SHOWN).map(({ id, title, card }) => (
          <li key={id}>
            <bdi lang={languageOf(card.script)}>{shortTitle(title)}</bdi>
          </li>
        ))}
        {clips.length > TITLES_SHOWN && <li>{t('more', { count: clips.length - TITLES_SHOWN })}</li>}
      </ul>
      <p class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          {t('library_cancel')}
        </button>
        <button type="button" class="button button-danger" onClick={remove}>
          {t('library_delete_forever')}
        </button>
      </p>
    </Dialog>
  );
}

/** What is listed and how much of it, with what can be done to the library as a whole. */
import { t } from '../../../utils/extension/language';

interface Props {
  trash: boolean;
  /** Null while it is not known. */
  count: number | null;
  /** True while the query has been looked for in the headers only. */
  partial: boolean;
  onExport: () => void;
  onImport: () => void;
  onKeys: () => void;
}

export function ListTitle({ trash, count, partial, onExport, onImport, onKeys }: Props) {
  return (
    <div class="list-title">
      <h1>{trash ? t('library_trash') : t('library_title')}</h1>
      <span class="soft" role="status">
        {count !== null && t(partial ? 'library_count_partial' : 'library_count', { count })}
      </span>
      <span class="list-whole">
        <button type="button" class="button button-quiet" onClick={onExport}>
          {t('library_export')}
        </button>
        <button type="button" class="button button-quiet" onClick={onImport}>
          {t('library_import')}
        </button>
        <button type="button" class="button button-quiet" aria-label={t('library_keys')} onClick={onKeys}>
          ?
        </button>
      </span>
    </div>
  );
}

/** What can be done with the selected clips together. */
import { useState } from 'preact/hooks';
import type { Clip } from '../../../utils/clips/clip';
import { tagsOf } from '../../../utils/clips/tags';
import { t } from '../../../utils/extension/language';
import type { ClipActions } from '../actions';
import { KnownTagsField } from '../KnownTagsField';

interface Props {
  selected: readonly Clip[];
  shown: number;
  trash: boolean;
  readOnly: boolean;
  tags: readonly string[];
  actions: ClipActions;
  onAll: () => void;
  onNone: () => void;
  onExport: () => void;
  onDelete: (clips: readonly Clip[]) => void;
}

function TagForm({ selected, tags, actions }: Pick<Props, 'selected' | 'tags' | 'actions'>) {
  const [tag, setTag] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    const wanted = tagsOf(tag);
    if (wanted.length === 0) return;
    setTag('');
    void actions.addTags(selected, wanted);
  };
  return (
    <form class="tag-form" onSubmit={add}>
      <KnownTagsField listId="all-tags" value={tag} tags={tags} onInput={setTag} />
      <button type="submit" class="button">
        {t('library_tag')}
      </button>
    </form>
  );
}

export function SelectionBar(props: Props) {
  const { selected, shown, trash, readOnly, tags, actions, onAll, onNone, onExport, onDelete } = props;
  const allStarred = selected.every(({ starred }) => starred);
  return (
    <section class="selection" aria-label={t('library_selection')}>
      <p role="status">{t('library_selected', { count: selected.length })}</p>
      {selected.length < shown && (
        <button type="button" class="button button-quiet" onClick={onAll}>
          {t('library_select_all', { count: shown })}
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={onNone}>
        {t('library_select_none')}
      </button>
      {!readOnly && !trash && (
        <>
          <TagForm selected={selected} tags={tags} actions={actions} />
          <button type="button" class="button" onClick={() => actions.star(selected, !allStarred)}>
            {t(allStarred ? 'library_unstar' : 'library_star_add')}
          </button>
          <button type="button" class="button" onClick={() => actions.trash(selected)}>
            {t('library_delete')}
          </button>
        </>
      )}
      {!readOnly && trash && (
        <>
          <button type="button" class="button" onClick={() => actions.restore(selected)}>
            {t('library_restore')}
          </button>
          <button type="button" class="button button-danger" onClick={() => onDelete(selected)}>
            {t('library_delete_forever')}
          </button>
        </>
      )}
      <button type="button" class="button" onClick={onExport}>
        {t('library_export')}
      </button>
    </section>
  );
}

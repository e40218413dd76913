/** A field for tags that proposes those the library has. */
import { t } from '../../utils/extension/language';

interface Props {
  /** Of the list of proposals; each field of a page has its own. */
  listId: string;
  value: string;
  tags: readonly string[];
  onInput: (typed: string) => void;
}

export function KnownTagsField({ listId, value, tags, onInput }: Props) {
  return (
    <>
      <input
        class="field"
        list={listId}
        value={value}
        aria-label={t('library_tag_add')}
        placeholder={t('library_tag_add')}
        enterkeyhint="done"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}

/** The tags of a clip: each with its remove button, and a field that adds one. */
import { useState } from 'preact/hooks';
import type { Clip } from '../../../utils/clips/clip';
import { tagsOf } from '../../../utils/clips/tags';
import { t } from '../../../utils/extension/language';
import type { ClipActions } from '../actions';
import { KnownTagsField } from '../KnownTagsField';

interface Props {
  clip: Clip;
  tags: readonly string[];
  readOnly: boolean;
  actions: ClipActions;
}

export function TagEditor({ clip, tags, readOnly, actions }: Props) {
  const [typed, setTyped] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    const wanted = tagsOf(typed);
    setTyped('');
    if (wanted.length > 0) void actions.addTags([clip], wanted);
  };
  return (
    <section class="tags" aria-labelledby="clip-tags">
      <h2 id="clip-tags">{t('library_tags')}</h2>
      {clip.tags.length > 0 && (
        <ul class="chips">
          {clip.tags.map((tag) => (
            <li key={tag}>
              <span class="tag">
                <bdi>{tag}</bdi>
                {!readOnly && (
                  <button
                    type="button"
                    aria-label={t('library_tag_remove', { tag })}
                    onClick={() => actions.removeTag([clip], tag)}
                  >
                    ×
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <form onSubmit={add}>
          <KnownTagsField listId="known-tags" value={typed} tags={tags} onInput={setTyped} />
        </form>
      )}
    </section>
  );
}

/** Saving the sample, as a rehearsal: what the library would show, and that nothing was written. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { languageOf } from '../language-of';
import type { Sample } from './start-sample';

const PLACES_SHOWN = 4;

export function SaveRehearsal({ reading, digest }: Pick<Sample, 'reading' | 'digest'>) {
  const [note, setNote] = useState('');
  const [saved, setSaved] = useState(false);
  const { article, script } = reading;
  const lang = languageOf(script);
  const save = (event: Event) => {
    event.preventDefault();
    setSaved(true);
  };
  return (
    <>
      <form class="rehearsal" onSubmit={save}>
        <label class="visually-hidden" for="note">
          {t('note')}
        </label>
        <input
          id="note"
          class="field"
          autoComplete="off"
          value={note}
          placeholder={t('note_placeholder')}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <button id="save" type="submit" class="button button-primary">
          {t('welcome_save')}
        </button>
      </form>
      <p class="soft">{t('welcome_save_hint')}</p>
      <div role="status">
        {saved && (
          <div id="rehearsed" class="rehearsed">
            <p>{t('welcome_saved')}</p>
            <div class="clip-like" lang={lang}>
              <strong>{article.title}</strong>
              <span>{[article.published?.day, article.source?.value].filter(Boolean).join(' · ')}</span>
              <span>{digest.people.map(({ name }) => name).join('、')}</span>
              <span>
                {digest.places
                  .slice(0, PLACES_SHOWN)
                  .map(({ name }) => name)
                  .join('、')}
              </span>
              {note && <em>{note}</em>}
            </div>
          </div>
        )}
      </div>
    </>
  );
}

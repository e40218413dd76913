/** Copies a citation of the article with one press, in the form the reader chose last. */
import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../../utils/article/article';
import { CITATION_FORMS, type CitationForm, citationOf } from '../../utils/clips/formats/citation';
import { citedArticle } from '../../utils/clips/formats/reference';
import { t } from '../../utils/extension/language';
import { changeSettings, readSettings } from '../../utils/extension/settings';
import { today } from '../today';

export function CopyCitation({ article }: { article: Article }) {
  const [form, setForm] = useState<CitationForm>('2025');
  const [said, setSaid] = useState('');
  useEffect(() => void readSettings().then(({ citation }) => setForm(citation)), []);

  const choose = (chosen: CitationForm) => {
    setForm(chosen);
    setSaid('');
    void changeSettings({ citation: chosen });
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(citationOf(citedArticle(article), form, today()));
      setSaid(t('cite_copied'));
    } catch {
      setSaid(t('library_cite_failed'));
    }
  };
  return (
    <div class="cite">
      <button type="button" id="cite" class="button" onClick={copy}>
        {t('cite_copy')}
      </button>
      <select
        id="cite-form"
        class="field"
        aria-label={t('cite_form')}
        value={form}
        onChange={(event) => choose(event.currentTarget.value as CitationForm)}
      >
        {CITATION_FORMS.map((known) => (
          <option key={known} value={known}>
            {t(`cite_form_${known}`)}
          </option>
        ))}
      </select>
      <span class="soft" role="status">
        {said}
      </span>
    </div>
  );
}

/** Where on the page every field of the article was read from, shown when asked for. */
import type { Article, Field, Origin } from '../../../utils/article/article';
import { t } from '../../../utils/extension/language';

interface Row {
  label: string;
  value: string;
  /** Null for fields that are read from one place only, which needs no saying. */
  origin: Origin | null;
}

function rowsOf(article: Article): Row[] {
  const { title, titleOrigin, published, source, author, editor, column, url, language } = article;
  const field = (label: string, value: Field | null): Row[] => (value ? [{ label, ...value }] : []);
  return [
    { label: t('card_title_field'), value: title, origin: titleOrigin },
    ...(published ? [{ label: t('card_published'), value: published.text, origin: published.origin }] : []),
    ...field(t('field_source'), source),
    ...field(t('field_author'), author),
    ...field(t('field_editor'), editor),
    ...(column.length > 0 ? [{ label: t('library_column'), value: column.join(' › '), origin: null }] : []),
    ...(language ? [{ label: t('library_declared_language'), value: language, origin: null }] : []),
    { label: t('library_address'), value: url, origin: null },
  ];
}

export function Provenance({ article, lang }: { article: Article; lang: string | undefined }) {
  return (
    <details class="provenance">
      <summary>{t('library_provenance')}</summary>
      <dl>
        {rowsOf(article).map(({ label, value, origin }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi lang={lang}>{value}</bdi>
              {origin && <span class="soft"> {t(`origin_${origin}`)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

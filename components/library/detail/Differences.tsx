/** What changed between two versions, deletions first; said in words as well as by colour and line. */
import { useMemo } from 'preact/hooks';
import type { ClipVersion } from '../../../utils/clips/clip';
import { type Change, differencesOf } from '../../../utils/clips/differences';
import { t } from '../../../utils/extension/language';

function ChangedText({ changes }: { changes: readonly Change[] }) {
  return (
    <>
      {changes.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const Element = kind === 'deleted' ? 'del' : 'ins';
        return (
          <Element key={key}>
            <span class="visually-hidden">
              {t(kind === 'deleted' ? 'library_deleted_text' : 'library_inserted_text')}
            </span>
            {text}
          </Element>
        );
      })}
    </>
  );
}

export function Differences({ older, newer }: { older: ClipVersion; newer: ClipVersion }) {
  const { title, date, lines } = useMemo(() => differencesOf(older, newer), [older, newer]);
  const parts = [
    { label: t('card_title_field'), changed: title ? [title] : [] },
    { label: t('card_published'), changed: date ? [date] : [] },
    { label: t('library_body'), changed: lines },
  ].filter(({ changed }) => changed.length > 0);
  if (parts.length === 0) return <p class="soft">{t('library_changes_none')}</p>;
  return (
    <dl class="differences" lang="zh-Hans">
      {parts.map(({ label, changed }) => (
        <div key={label}>
          <dt>{label}</dt>
          {changed.map((changes, index) => (
            <dd key={index}>
              <bdi>
                <ChangedText changes={changes} />
              </bdi>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

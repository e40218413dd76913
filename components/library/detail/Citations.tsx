/** The reference to a clip by the national standard, in its edition of 2015 and of 2025, copied with one click. */
import { useState } from 'preact/hooks';
import type { ClipWithVersions } from '../../../utils/clips/clip';
import { cite } from '../../../utils/clips/formats/citation';
import { referenceOf } from '../../../utils/clips/formats/reference';
import { t } from '../../../utils/extension/language';
import { today } from '../../today';

const EDITIONS = ['2015', '2025'] as const;

export function Citations({ entry }: { entry: ClipWithVersions }) {
  const [said, setSaid] = useState('');
  const copy = async (edition: (typeof EDITIONS)[number]) => {
    try {
      await navigator.clipboard.writeText(cite(referenceOf(entry), edition, today()));
      setSaid(t('library_cite_copied', { edition }));
    } catch {
      setSaid(t('library_cite_failed'));
    }
  };
  return (
    <section class="citations" aria-labelledby="citations">
      <h2 id="citations">{t('library_cite')}</h2>
      <p class="citation" lang="zh">
        <bdi>{cite(referenceOf(entry), '2025', today())}</bdi>
      </p>
      <div class="actions">
        {EDITIONS.map((edition) => (
          <button key={edition} type="button" class="button" onClick={() => copy(edition)}>
            {t('library_cite_copy', { edition })}
          </button>
        ))}
      </div>
      <p class="soft" role="status">
        {said}
      </p>
    </section>
  );
}

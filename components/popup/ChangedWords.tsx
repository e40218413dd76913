/** What conversion changed on the page, asked for when the reader opens the list. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { askTab } from '../../utils/extension/messages';
import type { ChangedWord } from '../../utils/page/changed-words';

export function ChangedWords({ tabId }: { tabId: number }) {
  const [words, setWords] = useState<ChangedWord[] | null>(null);
  const read = async () => setWords(await askTab(tabId, 'reader:changed-words').catch(() => []));
  return (
    <details class="changed-words" onToggle={(event) => event.currentTarget.open && read()}>
      <summary>{t('changed_words')}</summary>
      <p>
        {words?.map(({ from, to, count }) => (
          <span key={from}>
            <span lang="zh-Hant">{from}</span> → <span lang="zh-Hans">{to}</span>
            {count > 1 && <span class="soft"> ×{count}</span>}
          </span>
        ))}
      </p>
      {words?.length === 0 && <p class="soft">{t('digest_none')}</p>}
    </details>
  );
}

/** Where Chrome lets shortcuts be changed: an address to copy, for no link leads there. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { SHORTCUTS_PAGE } from '../../utils/extension/shortcuts';

export function CopyableAddress() {
  const [result, setResult] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(SHORTCUTS_PAGE).then(
      () => setResult(t('settings_copied')),
      () => setResult(t('settings_copy_failed')),
    );
  return (
    <>
      <p class="soft">{t('settings_keys_where')}</p>
      <p class="copyable">
        <code id="shortcuts-page">{SHORTCUTS_PAGE}</code>
        <button type="button" class="button" onClick={copy}>
          {t('settings_copy')}
        </button>
        <span class="soft" role="status">
          {result}
        </span>
      </p>
    </>
  );
}

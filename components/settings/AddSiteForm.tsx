/** Adds a site by its address; the browser asks the reader once more. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { addSite, isGovernmentHost, siteName, typedSitePattern } from '../../utils/extension/sites';

export function AddSiteForm() {
  const [typed, setTyped] = useState('');
  const [result, setResult] = useState('');
  const add = async (event: Event) => {
    event.preventDefault();
    const pattern = typedSitePattern(typed);
    if (!pattern) return setResult(t('settings_sites_no_address'));
    const site = siteName(pattern);
    if (isGovernmentHost(site)) return setResult(t('settings_sites_included', { site }));
    // At once, while the click still counts as one.
    const added = await addSite(pattern).catch(() => false);
    if (added) setTyped('');
    setResult(added ? t('settings_sites_added_one', { site }) : t('settings_sites_refused'));
  };
  return (
    <form class="add-site" onSubmit={add}>
      <label for="site-address">{t('settings_sites_address')}</label>
      <div class="field-row">
        <input
          id="site-address"
          class="field"
          inputMode="url"
          autoComplete="off"
          spellcheck={false}
          required
          aria-describedby="site-address-hint"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {t('settings_sites_add')}
        </button>
      </div>
      <p class="soft" id="site-address-hint">
        {t('settings_sites_add_hint')}
      </p>
      <p id="site-result" class="soft" role="status">
        {result}
      </p>
    </form>
  );
}

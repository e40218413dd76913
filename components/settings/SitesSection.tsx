/** Where Qingyue works by itself, and what it remembers of single sites. */
import { useEffect, useState } from 'preact/hooks';
import { governmentDomains } from '../../utils/extension/government-hosts';
import { t } from '../../utils/extension/language';
import { addedSites, onSitesChange, removeSite, siteName } from '../../utils/extension/sites';
import { AddSiteForm } from './AddSiteForm';
import { Section } from './Section';
import { SiteMemories } from './SiteMemories';

function AddedSites() {
  const [sites, setSites] = useState<string[] | null>(null);
  const [result, setResult] = useState('');
  useEffect(() => {
    const read = () => void addedSites().then(setSites);
    read();
    return onSitesChange(read);
  }, []);
  const remove = async (pattern: string) => {
    const site = siteName(pattern);
    const removed = await removeSite(pattern).catch(() => false);
    setResult(t(removed ? 'settings_sites_removed' : 'settings_sites_kept', { site }));
  };
  return (
    <>
      {sites?.length === 0 && <p class="soft">{t('settings_sites_none')}</p>}
      <ul id="added-sites" class="rows">
        {sites?.map((pattern) => (
          <li key={pattern}>
            <bdi>{siteName(pattern)}</bdi>
            <button
              type="button"
              class="button"
              aria-label={t('settings_sites_remove_one', { site: siteName(pattern) })}
              onClick={() => remove(pattern)}
            >
              {t('settings_sites_remove')}
            </button>
          </li>
        ))}
      </ul>
      <p class="soft" role="status">
        {result}
      </p>
    </>
  );
}

export function SitesSection() {
  return (
    <Section name="sites">
      <h3>{t('settings_sites_government')}</h3>
      <p class="soft">{t('settings_sites_government_words')}</p>
      <ul class="domains">
        {governmentDomains().map((domain) => (
          <li key={domain}>{domain}</li>
        ))}
      </ul>
      <h3>{t('settings_sites_added')}</h3>
      <AddedSites />
      <AddSiteForm />
      <h3>{t('settings_memory')}</h3>
      <SiteMemories />
    </Section>
  );
}

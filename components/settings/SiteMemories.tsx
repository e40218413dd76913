/** What is remembered of single sites, each to be forgotten. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { forgetSite, onSitesChanged, type SiteMemory, siteMemories } from '../../utils/extension/site-memory';

function inWords({ never, convert, clean, pick, toolbar }: SiteMemory): string {
  const remembered = [
    never && t('site_never'),
    convert && t('site_convert'),
    clean && t('site_clean'),
    pick && t('settings_memory_pick'),
    toolbar.shown && t('toolbar_switch'),
  ].filter(Boolean);
  return remembered.join(' · ') || t('settings_memory_place');
}

export function SiteMemories() {
  const [sites, setSites] = useState<Awaited<ReturnType<typeof siteMemories>>>([]);
  useEffect(() => {
    const read = () => void siteMemories().then(setSites);
    read();
    return onSitesChanged(read);
  }, []);
  return (
    <>
      {sites.length === 0 && <p class="soft">{t('settings_memory_none')}</p>}
      <ul id="site-memories" class="rows">
        {sites.map(({ host, site }) => (
          <li key={host}>
            <span>
              <bdi>{host}</bdi> <span class="soft">{inWords(site)}</span>
            </span>
            <button
              type="button"
              class="button"
              aria-label={t('settings_memory_forget_one', { site: host })}
              onClick={() => forgetSite(host)}
            >
              {t('settings_memory_forget')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

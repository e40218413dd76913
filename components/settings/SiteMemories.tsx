/** What is remembered of single sites, each to be forgotten. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { forgetToolbar, onToolbarChange, toolbarHosts } from '../../utils/extension/toolbar-sites';

export function SiteMemories() {
  const [hosts, setHosts] = useState<string[]>([]);
  useEffect(() => {
    const read = () => void toolbarHosts().then(setHosts);
    read();
    return onToolbarChange(read);
  }, []);
  return (
    <>
      <p class="soft">{t(hosts.length > 0 ? 'settings_memory_hint' : 'settings_memory_none')}</p>
      <ul id="site-memories" class="rows">
        {hosts.map((site) => (
          <li key={site}>
            <bdi>{site}</bdi>
            <button
              type="button"
              class="button"
              aria-label={t('settings_memory_forget_one', { site })}
              onClick={() => forgetToolbar(site)}
            >
              {t('settings_memory_forget')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What Qingyue does on the tab's site by itself; and, where the reader has sent it away, the way to have it back. */
import { t } from '../../utils/extension/language';
import { askBackground, type SiteChoice } from '../../utils/extension/messages';
import { Switch } from '../Switch';
import { useSite } from './use-site';

interface Props {
  tabId: number;
  url: string;
  /** Called when the page is to be read again. */
  onStale: () => void;
}

export function SiteSection({ tabId, url, onStale }: Props) {
  const site = useSite(url);
  if (!site) return null;
  const choose = (choice: SiteChoice) => askBackground('tab:site', { tabId, url, choice }).then(onStale, onStale);
  if (site.never)
    return (
      <button type="button" id="site-allow" class="button button-primary" onClick={() => choose({ never: false })}>
        {t('site_allow')}
      </button>
    );
  return (
    <details class="site">
      <summary>{t('site_title', { host: new URL(url).host })}</summary>
      <div class="site-choices">
        <Switch
          id="site-convert"
          label={t('site_convert')}
          on={site.convert}
          onChange={(convert) => choose({ convert })}
        />
        <Switch id="site-clean" label={t('site_clean')} on={site.clean} onChange={(clean) => choose({ clean })} />
        <Switch
          id="site-toolbar"
          label={t('toolbar_switch')}
          on={site.toolbar.shown}
          onChange={(toolbar) => choose({ toolbar })}
        />
        <button type="button" id="site-never" class="button" onClick={() => choose({ never: true })}>
          {t('site_never')}
        </button>
      </div>
    </details>
  );
}

/** Whether the site of the tab has the toolbar; offered where Qingyue works by itself, for elsewhere it could not come back. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { askBackground } from '../../utils/extension/messages';
import { addedSites, isGovernmentPage, sitePattern } from '../../utils/extension/sites';
import { readSiteToolbar } from '../../utils/extension/toolbar-sites';
import { Switch } from '../Switch';

async function worksByItself(url: string): Promise<boolean> {
  const pattern = sitePattern(url);
  return pattern !== null && (isGovernmentPage(url) || (await addedSites()).includes(pattern));
}

export function ToolbarSwitch({ tabId, url }: { tabId: number; url: string }) {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    const read = async () => {
      if (await worksByItself(url)) setOn((await readSiteToolbar(new URL(url).host)).shown);
    };
    void read();
  }, [url]);
  if (on === null) return null;
  const change = (shown: boolean) =>
    askBackground('tab:toolbar', { tabId, url, shown }).then(
      () => setOn(shown),
      () => setOn(!shown),
    );
  return <Switch label={t('toolbar_switch')} on={on} onChange={change} />;
}

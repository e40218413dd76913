/** What is remembered of the tab's site, as it changes; null where Qingyue does nothing by itself, for there nothing could come of it. */
import { useEffect, useState } from 'preact/hooks';
import { onSiteChanged, readSite, type SiteMemory } from '../../utils/extension/site-memory';
import { worksByItself } from '../../utils/extension/sites';

export function useSite(url: string): SiteMemory | null {
  const [site, setSite] = useState<SiteMemory | null>(null);
  useEffect(() => {
    let current = true;
    let stop = () => {};
    const begin = async () => {
      if (!(await worksByItself(url)) || !current) return;
      const { host } = new URL(url);
      stop = onSiteChanged(host, setSite);
      setSite(await readSite(host));
    };
    void begin();
    return () => {
      current = false;
      stop();
    };
  }, [url]);
  return site;
}

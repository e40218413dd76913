/** Whether the article is read from a block the reader has pointed at; and the way to point at one, or to forget it. */
import { useEffect } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { askBackground, type TabSheet } from '../../utils/extension/messages';
import { onSiteChanged } from '../../utils/extension/site-memory';
import { closePopup } from '../../utils/extension/tabs';

interface Props {
  tabId: number;
  url: string;
  sheet: Exclude<TabSheet, { state: 'unreachable' }>;
  /** Called when the page is to be read again. */
  onStale: () => void;
}

/** Pages on which there is nothing to point at. */
const HOPELESS = new Set<string>(['foreign', 'refused']);

export function PickLine({ tabId, url, sheet, onStale }: Props) {
  useEffect(
    () =>
      onSiteChanged(URL.canParse(url) ? new URL(url).host : '', (site, before) => {
        if (site.pick?.selector !== before.pick?.selector) onStale();
      }),
    [url, onStale],
  );
  if (sheet.state === 'none' && HOPELESS.has(sheet.kind)) return null;
  const start = () => askBackground('tab:pick', { tabId }).then(closePopup, onStale);
  const forget = () => askBackground('tab:site', { tabId, url, choice: { pick: null } }).catch(onStale);
  const quiet = sheet.state === 'article' ? ' button-quiet' : '';
  return (
    <div class="pick" data-pick={sheet.pick}>
      {sheet.pick !== 'none' && <p class="soft">{t(`pick_${sheet.pick}`)}</p>}
      <button type="button" id="pick" class={`button${quiet}`} onClick={start}>
        {sheet.pick === 'none' ? t('pick_start') : t('pick_again')}
      </button>
      {sheet.pick !== 'none' && (
        <button type="button" id="pick-forget" class={`button${quiet}`} onClick={forget}>
          {t('pick_forget')}
        </button>
      )}
    </div>
  );
}

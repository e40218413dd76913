/** The popup: its first line says the state of the page, the rest what can be done with it. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { askBackground, type TabSheet } from '../../utils/extension/messages';
import { addSite, isGovernmentPage, sitePattern } from '../../utils/extension/sites';
import type { ShownTab } from '../../utils/extension/tabs';
import { Icon } from '../Icon';
import { ArticleSheet } from './ArticleSheet';

import { OpenPanel } from './OpenPanel';
import { PickLine } from './PickLine';
import { SiteSection } from './SiteSection';
import { type SheetState, useSheet } from './use-sheet';
import { useView } from './use-view';

import { ViewSwitches } from './ViewSwitches';

function stateWords(sheet: SheetState): string {
  switch (sheet.state) {
    case 'loading':
      return t('popup_loading');
    case 'failed':
      return t('popup_error');
    case 'unreachable':
      return sheet.reason === 'never' ? t('unreachable_never_title') : t('unreachable_title');
    case 'none':
      return t('none_title');
    case 'article':
      if (sheet.clip.state === 'unchanged') return t('popup_clipped');
      if (sheet.clip.state === 'changed') return t('popup_changed');
      return sheet.reading.article.kind === 'document' ? t('popup_document') : t('popup_article');
  }
}

function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      {[70, 40, 90, 55, 80].map((width) => (
        <span key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

interface NoArticleProps {
  tabId: number;
  sheet: Extract<TabSheet, { state: 'none' }>;
  /** Called when the page turns out to be another than the one shown. */
  onStale: () => void;
}

function NoArticle({ tabId, sheet, onStale }: NoArticleProps) {
  const [view, setView] = useView(sheet.view);
  return (
    <>
      <p class="notice">{t(`none_${sheet.kind}`)}</p>
      {view.convertible && (
        <ViewSwitches
          view={view}
          readable={false}
          convert={(on) => askBackground('tab:convert', { tabId, on }).then(setView, onStale)}
          focus={async () => {}}
        />
      )}
    </>
  );
}

function AddSite({ url }: { url: string }) {
  const [added, setAdded] = useState(false);
  const pattern = sitePattern(url);
  if (!pattern || isGovernmentPage(url)) return null;
  if (added) return <span class="soft">{t('site_added')}</span>;
  return (
    <button
      type="button"
      class="button button-quiet"
      onClick={async () => setAdded(await addSite(pattern).catch(() => false))}
    >
      {t('site_add')}
    </button>
  );
}

interface Props {
  tab: ShownTab;
  /** In the pane beside the page rather than in a popup. */
  inPanel?: boolean;
}

export function Popup({ tab, inPanel = false }: Props) {
  const { sheet, url, reload } = useSheet(tab);
  const off = sheet.state === 'unreachable' && sheet.reason === 'never';
  const readable = sheet.state === 'article' || sheet.state === 'none';
  const pickLine = readable && <PickLine tabId={tab.id} url={url} sheet={sheet} onStale={reload} />;
  return (
    <main class={`popup popup-${sheet.state}`} aria-busy={sheet.state === 'loading'}>
      <header>
        <h1 aria-live="polite" data-state={sheet.state}>
          {stateWords(sheet)}
        </h1>
        <nav>
          {!inPanel && <OpenPanel windowId={tab.windowId} />}
          <a class="button button-quiet" href="library.html" target="_blank" rel="noopener" title={t('popup_library')}>
            <Icon name="library" />
            <span class="visually-hidden">{t('popup_library')}</span>
          </a>
          <a class="button button-quiet" href="options.html" target="_blank" rel="noopener" title={t('popup_settings')}>
            <Icon name="settings" />
            <span class="visually-hidden">{t('popup_settings')}</span>
          </a>
        </nav>
      </header>
      {sheet.state === 'loading' && <Skeleton />}
      {sheet.state === 'unreachable' && (
        <div class="notice">
          <p>{t(`unreachable_${sheet.reason}`)}</p>
          {inPanel && sheet.reason === 'no-access' && (
            <button type="button" class="button" onClick={reload}>
              {t('popup_retry')}
            </button>
          )}
        </div>
      )}
      {sheet.state === 'failed' && (
        <div class="notice">
          <p>{t('popup_failed', { detail: sheet.detail })}</p>
          <button type="button" class="button" onClick={reload}>
            {t('popup_retry')}
          </button>
        </div>
      )}
      {readable && sheet.pick !== 'none' && pickLine}
      {sheet.state === 'none' && <NoArticle key={sheet.pageId} tabId={tab.id} sheet={sheet} onStale={reload} />}
      {sheet.state === 'article' && (
        // A page that gives itself another address may have another article in the same document.
        <ArticleSheet
          key={`${sheet.pageId} ${sheet.reading.article.url}`}
          tabId={tab.id}
          sheet={sheet}
          onStale={reload}
        />
      )}
      {readable && sheet.pick === 'none' && pickLine}
      {(readable || off) && (
        <footer>
          <AddSite url={url} />
          <SiteSection tabId={tab.id} url={url} onStale={reload} />
        </footer>
      )}
    </main>
  );
}

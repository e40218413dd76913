/** The popup for a page with an article. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { askBackground, askTab, type TabSheet } from '../../utils/extension/messages';
import type { View } from '../../utils/page/page-reader';
import { DigestLists } from '../DigestLists';
import { DocumentCard } from '../DocumentCard';
import { languageOf } from '../language-of';
import { PublisherBadge } from '../PublisherBadge';
import { RepairLine } from '../RepairLine';
import { SaveForm } from './SaveForm';
import { ViewSwitches } from './ViewSwitches';

interface Props {
  tabId: number;
  sheet: Extract<TabSheet, { state: 'article' }>;
  onStale: () => void;
}

export function ArticleSheet({ tabId, sheet, onStale }: Props) {
  const [view, setView] = useState<View>(sheet.view);
  const { article, repair, script } = sheet.reading;
  const lang = languageOf(script);
  return (
    <>
      <section class="headline">
        <h2 lang={lang}>
          <bdi>{article.title}</bdi>
        </h2>
        <p class="soft dateline">
          {article.source && (
            <span>
              {t('field_source')} <bdi lang={lang}>{article.source.value}</bdi>
            </span>
          )}
          <time dateTime={article.published?.day}>{article.published?.day ?? t('field_no_date')}</time>
        </p>
        <PublisherBadge check={article.publisher} />
        <RepairLine repair={repair} />
      </section>
      <ViewSwitches
        view={view}
        readable
        convert={async (on) => setView(await askBackground('tab:convert', { tabId, on }))}
        focus={async (on) => setView(await askTab(tabId, 'reader:focus', { on }))}
      />
      {article.document && <DocumentCard card={article.document} lang={lang} />}
      <DigestLists
        digest={sheet.digest}
        converted={view.converted}
        lang={lang}
        reveal={async (kind, mentions, index) => {
          const { shown } = await askTab(tabId, 'reader:reveal', { kind, mentions, index });
          return shown;
        }}
      />
      {article.attachments.length > 0 && (
        <section class="attachments" aria-labelledby="attachments">
          <h2 id="attachments">{t('attachments')}</h2>
          <ul>
            {article.attachments.map(({ name, href, format }) => (
              <li key={href}>
                <a href={href} target="_blank" rel="noopener noreferrer" lang={lang}>
                  {name}
                </a>{' '}
                <span class="soft">{format.toUpperCase()}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SaveForm tabId={tabId} sheet={sheet} onStale={onStale} />
    </>
  );
}

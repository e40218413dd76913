/** The popup for a page with an article. */
import { t } from '../../utils/extension/language';
import { askBackground, askTab, type TabSheet } from '../../utils/extension/messages';
import { closePopup } from '../../utils/extension/tabs';
import { DigestLists, DigestSkeleton } from '../DigestLists';
import { DocumentCard } from '../DocumentCard';
import { languageOf } from '../language-of';
import { PublisherBadge } from '../PublisherBadge';
import { RepairLine } from '../RepairLine';
import { ChangedWords } from './ChangedWords';
import { CopyCitation } from './CopyCitation';
import { SaveForm } from './SaveForm';
import { useDigest } from './use-digest';

import { useView } from './use-view';

import { ViewSwitches } from './ViewSwitches';

/** UTF-16 units of a title above which it is set smaller, so that it leaves room for the rest. */
const LONG_TITLE = 60;

interface Props {
  tabId: number;
  sheet: Extract<TabSheet, { state: 'article' }>;
  /** Called when the page turns out to be another than the one shown. */
  onStale: () => void;
}

export function ArticleSheet({ tabId, sheet, onStale }: Props) {
  const [view, setView] = useView(sheet.view);
  const digest = useDigest(sheet.reading);
  const { article, repair, families, script } = sheet.reading;
  const lang = languageOf(script);
  return (
    <>
      <section class="headline">
        <h2 lang={lang} class={article.title.length > LONG_TITLE ? 'long' : ''}>
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
        <RepairLine repair={repair} families={families} />
        <CopyCitation article={article} />
      </section>
      <ViewSwitches
        view={view}
        readable
        convert={(on) => askBackground('tab:convert', { tabId, on }).then(setView, onStale)}
        focus={(on) => askTab(tabId, 'reader:focus', { on }).then(setView, onStale)}
        read={() =>
          askBackground('tab:reading-view', { tabId }).then((opened) => (opened ? closePopup() : onStale()), onStale)
        }
      />
      {view.converted && <ChangedWords tabId={tabId} />}
      {article.document && <DocumentCard card={article.document} lang={lang} />}
      {digest.state === 'loading' && <DigestSkeleton />}
      {digest.state === 'failed' && <p class="notice">{t('digest_failed')}</p>}
      {digest.state === 'ready' && (
        <DigestLists
          digest={digest.digest}
          converted={view.converted}
          lang={lang}
          reveal={(kind, mentions, index) =>
            askTab(tabId, 'reader:reveal', { kind, mentions, index }).then(
              ({ shown }) => shown,
              () => false,
            )
          }
        />
      )}
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

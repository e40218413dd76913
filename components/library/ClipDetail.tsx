/** One clip to read: the article as it was saved, in its own script or in simplified characters. */
import { useMemo, useState } from 'preact/hooks';
import { mapTexts } from '../../utils/article/article';
import { t } from '../../utils/extension/language';
import { askBackground } from '../../utils/extension/messages';
import { createSimplifier } from '../../utils/script/simplify';
import { BlockView } from '../BlockView';
import { DigestLists } from '../DigestLists';
import { DocumentCard } from '../DocumentCard';
import { Icon } from '../Icon';
import { languageOf } from '../language-of';
import { PublisherBadge } from '../PublisherBadge';
import { RepairLine } from '../RepairLine';
import type { LibraryEntry } from './use-library';
import { routeHash } from './use-route';

function NoteEditor({ clipId, note }: { clipId: string; note: string }) {
  const [text, setText] = useState(note);
  const [saved, setSaved] = useState(false);
  const save = async () => {
    if (text === note) return;
    await askBackground('clip:note', { clipId, note: text });
    setSaved(true);
  };
  return (
    <div class="note">
      <label for="clip-note">{t('note')}</label>
      <textarea
        id="clip-note"
        class="field"
        rows={2}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setSaved(false);
        }}
        onChange={save}
      />
      <span class="soft" role="status">
        {saved && t('library_note_saved')}
      </span>
    </div>
  );
}

interface Props {
  entry: LibraryEntry;
  query: string;
  onTrash: (entry: LibraryEntry) => void;
}

export function ClipDetail({ entry, query, onTrash }: Props) {
  const { clip, version } = entry;
  const { article, digest, repair, families, script } = version;
  const [simplified, setSimplified] = useState(false);
  const convertible = script === 'traditional' || script === 'mixed';
  const shown = useMemo(() => {
    if (!simplified) return article;
    const simplifier = createSimplifier({ protect: digest.people.map(({ name }) => name) });
    const blocks = mapTexts(article.blocks, (text) => ({ text: simplifier.convert(text), move: (offset) => offset }));
    return { ...article, title: simplifier.convert(article.title), blocks };
  }, [article, digest, simplified]);
  const lang = simplified ? 'zh-Hans' : languageOf(script);

  return (
    <article class="detail" aria-labelledby="clip-title">
      <header>
        <a class="button button-quiet back" href={routeHash({ clip: null, query })}>
          <Icon name="back" />
          {t('library_back')}
        </a>
        <h1 id="clip-title" lang={lang} tabIndex={-1}>
          <bdi>{shown.title}</bdi>
        </h1>
        <p class="soft dateline">
          {article.source && (
            <span>
              {t('field_source')} <bdi lang={languageOf(script)}>{article.source.value}</bdi>
            </span>
          )}
          <time dateTime={article.published?.day}>{article.published?.day ?? t('field_no_date')}</time>
          {article.editor && (
            <span>
              {t('field_editor')} <bdi lang={languageOf(script)}>{article.editor.value}</bdi>
            </span>
          )}
          <span>
            {t('library_saved_at', { time: new Date(version.savedAt).toLocaleString(document.documentElement.lang) })}
          </span>
          {version.number > 1 && <span>{t('library_version', { number: version.number })}</span>}
        </p>
        <PublisherBadge check={article.publisher} />
        <RepairLine repair={repair} families={families} />
        <div class="actions">
          {convertible && (
            <fieldset class="choice">
              <button type="button" class="button" aria-pressed={!simplified} onClick={() => setSimplified(false)}>
                {t('library_original')}
              </button>
              <button type="button" class="button" aria-pressed={simplified} onClick={() => setSimplified(true)}>
                {t('library_simplified')}
              </button>
            </fieldset>
          )}
          <a class="button" href={article.url} target="_blank" rel="noopener noreferrer">
            {t('library_source_page')}
          </a>
          <button type="button" class="button" onClick={() => onTrash(entry)}>
            {t('library_delete')}
          </button>
        </div>
      </header>
      <div class="prose" lang={lang}>
        <BlockView blocks={shown.blocks} />
      </div>
      <aside>
        {article.document && <DocumentCard card={article.document} lang={languageOf(script)} />}
        <DigestLists digest={digest} converted={simplified} lang={languageOf(script)} />
        {article.attachments.length > 0 && (
          <section class="attachments">
            <h2>{t('attachments')}</h2>
            <ul>
              {article.attachments.map(({ name, href }) => (
                <li key={href}>
                  <a href={href} target="_blank" rel="noopener noreferrer" lang={languageOf(script)}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <NoteEditor key={clip.id} clipId={clip.id} note={clip.note} />
      </aside>
    </article>
  );
}

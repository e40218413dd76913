/** The library page: clips in a list, one of them open beside it. */
import { useMemo, useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { askBackground } from '../../utils/extension/messages';
import { languageOf } from '../language-of';
import { ClipDetail } from './ClipDetail';
import { type LibraryEntry, type LibraryState, searchForm, useLibrary } from './use-library';
import { routeHash, useRoute } from './use-route';

function ClipRow({ entry, query, open }: { entry: LibraryEntry; query: string; open: boolean }) {
  const { clip, version } = entry;
  const { article, digest, script } = version;
  const people = digest.people.filter(({ credit }) => !credit).map(({ name }) => name);
  return (
    <li>
      <a class="row" href={routeHash({ clip: clip.id, query })} aria-current={open ? 'true' : undefined}>
        <bdi class="row-title" lang={languageOf(script)}>
          {clip.title}
        </bdi>
        <span class="soft">
          {article.published?.day ?? t('field_no_date')} ·{' '}
          <bdi lang={languageOf(script)}>{article.source?.value ?? article.publisher.host}</bdi>
        </span>
        {people.length > 0 && (
          <bdi class="soft" lang={languageOf(script)}>
            {people.slice(0, 6).join('、')}
          </bdi>
        )}
        {clip.note && <bdi class="row-note">{clip.note}</bdi>}
      </a>
    </li>
  );
}

/** The sentence for a library that shows no list; null when it has clips to show. */
function emptyWords(library: LibraryState, shown: number, query: string): string | null {
  if (library.state === 'loading') return t('library_loading');
  if (library.state === 'newer') return t('library_newer');
  if (library.state === 'failed') return t('library_failed', { detail: library.detail });
  if (library.entries.length === 0) return t('library_empty');
  return shown === 0 ? t('library_no_match', { query }) : null;
}

export function Library() {
  const library = useLibrary();
  const { route, setQuery } = useRoute();
  const [trashed, setTrashed] = useState<LibraryEntry | null>(null);
  const entries = library.state === 'ready' ? library.entries : [];
  const shown = useMemo(() => {
    const wanted = searchForm(route.query.trim());
    return wanted ? entries.filter(({ searched }) => searched.includes(wanted)) : entries;
  }, [entries, route.query]);
  const open = entries.find(({ clip }) => clip.id === route.clip);
  const empty = emptyWords(library, shown.length, route.query);

  const trash = async (entry: LibraryEntry) => {
    await askBackground('clip:trash', { clipId: entry.clip.id });
    setTrashed(entry);
    location.hash = routeHash({ clip: null, query: route.query });
  };
  const restore = async (entry: LibraryEntry) => {
    await askBackground('clip:restore', { clipId: entry.clip.id });
    setTrashed(null);
  };

  return (
    <div class={`library${route.clip ? ' library-open' : ''}`}>
      <nav class="list" aria-label={t('library_title')}>
        <header>
          <h1>{t('library_title')}</h1>
          <span class="soft" role="status">
            {library.state === 'ready' && t('library_count', { count: shown.length })}
          </span>
        </header>
        <input
          class="field"
          type="search"
          value={route.query}
          placeholder={t('library_search')}
          aria-label={t('library_search')}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        {trashed && (
          <p class="toast" role="status">
            {t('library_deleted', { title: trashed.clip.title })}{' '}
            <button type="button" class="button button-quiet" onClick={() => restore(trashed)}>
              {t('library_undo')}
            </button>
          </p>
        )}
        {empty && <p class="empty">{empty}</p>}
        <ul id="clips" data-state={library.state}>
          {shown.map((entry) => (
            <ClipRow key={entry.clip.id} entry={entry} query={route.query} open={entry === open} />
          ))}
        </ul>
      </nav>
      <main>
        {open ? (
          <ClipDetail key={`${open.clip.id} ${open.version.number}`} entry={open} query={route.query} onTrash={trash} />
        ) : (
          library.state === 'ready' &&
          entries.length > 0 && <p class="empty">{route.clip ? t('library_missing') : t('library_pick')}</p>
        )}
      </main>
    </div>
  );
}

/** The library page: facets, list and the open clip; on a narrow page one of them at a time. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Clip } from '../../utils/clips/clip';
import { t } from '../../utils/extension/language';
import { clipActions } from './actions';
import { CareDialog } from './care/CareDialog';
import { CareNotices } from './care/CareNotices';
import { StorageLine } from './care/StorageLine';
import { useHealth } from './care/use-health';
import { DeleteDialog } from './DeleteDialog';
import { OpenClip } from './detail/OpenClip';
import { FacetPane } from './facets/FacetPane';
import { KeysDialog } from './KeysDialog';
import { ClipList } from './list/ClipList';
import { FilterChips } from './list/FilterChips';
import { ListTitle } from './list/ListTitle';
import { ListTools } from './list/ListTools';
import { SelectionBar } from './list/SelectionBar';
import { NoticeBar } from './NoticeBar';
import { type Route, START } from './route';
import { clipsIn, sectionsOf } from './sections';
import { extendTo, NOTHING_SELECTED, selectAll, toggle, within } from './selection';
import { ExportDialog } from './transfer/ExportDialog';
import { ImportDialog } from './transfer/ImportDialog';
import { useDroppedFile } from './transfer/use-dropped-file';
import { type LibraryState, type Opening, useLibrary } from './use-library';
import { useNotice } from './use-notice';
import { useRoute } from './use-route';
import { useShown } from './use-shown';

/** The dialog that is open, with what it is about. */
type Open =
  | { dialog: 'keys' | 'care' }
  | { dialog: 'import'; file: File | null }
  | { dialog: 'export'; scope: 'clip' | 'selected' | 'shown' | 'all' }
  | { dialog: 'delete'; clips: readonly Clip[] };

/** The sentence for a library that shows no list; null when it has clips to show. */
function emptyWords(library: LibraryState, shown: number, trash: boolean, query: string): string | null {
  if (library.state === 'loading') return t('library_loading');
  if (library.state === 'failed') return t('library_failed', { detail: library.detail });
  if (shown > 0) return null;
  if (query.trim()) return t('library_no_match', { query });
  if (trash) return t('library_trash_empty');
  return library.clips.some(({ trashedAt }) => trashedAt === null) ? t('library_no_filtered') : t('library_empty');
}

const NO_CLIPS: Clip[] = [];

/** What is read first is what the page opens with; every other view has to wait for the whole. */
const showsBeginning = ({ query, filters, order, layout, trash }: Route) =>
  query === '' && !trash && order === START.order && layout === START.layout && Object.keys(filters).length === 1;

const LOADING: LibraryState = { state: 'loading' };

export function Library({ opening }: { opening: Promise<Opening | null> }) {
  const navigation = useRoute();
  const { route } = navigation;
  const read = useLibrary(opening);
  const library = read.state === 'ready' && read.partOf !== null && !showsBeginning(route) ? LOADING : read;
  const notices = useNotice();
  const { tell } = notices;
  const actions = useMemo(() => clipActions(tell), [tell]);
  const health = useHealth();
  const [dialog, setDialog] = useState<Open | null>(null);
  const searchField = useRef<HTMLInputElement>(null);

  const all = library.state === 'ready' ? library.clips : NO_CLIPS;
  const readOnly = library.state === 'ready' && library.readOnly;
  const partOf = library.state === 'ready' ? library.partOf : null;
  const { clips, facets, reposts } = useShown(library, route);
  const sections = useMemo(() => sectionsOf(route.layout, clips, reposts), [route.layout, clips, reposts]);
  const inOrder = useMemo(() => clipsIn(sections), [sections]);
  const order = useMemo(() => inOrder.map(({ id }) => id), [inOrder]);
  const [chosen, setChosen] = useState(NOTHING_SELECTED);
  const selection = useMemo(() => within(chosen, order), [chosen, order]);
  const selected = useMemo(
    () => (selection.ids.size === 0 ? NO_CLIPS : inOrder.filter(({ id }) => selection.ids.has(id))),
    [inOrder, selection],
  );
  const open = all.find(({ id }) => id === route.clip);
  const tags = useMemo(() => [...new Set(all.flatMap((clip) => clip.tags))].sort(), [all]);
  const counts = useMemo(() => {
    if (partOf) return { ...partOf, starred: null };
    const kept = all.filter(({ trashedAt }) => trashedAt === null);
    return {
      kept: kept.length,
      starred: kept.filter(({ starred }) => starred).length,
      trashed: all.length - kept.length,
    };
  }, [all, partOf]);
  useDroppedFile((file) => setDialog({ dialog: 'import', file }));
  useFocusOfPane(route.clip);

  const total = partOf?.kept ?? order.length;

  const close = () => setDialog(null);
  const trash = async (wanted: readonly Clip[]) => {
    if (wanted.some(({ id }) => id === route.clip)) navigation.go({ clip: null, version: null });
    await actions.trash(wanted);
  };
  const empty = emptyWords(library, clips.length, route.trash, route.query);

  return (
    <div class="library" data-clip={route.clip !== null || undefined} data-facets={route.facets || undefined}>
      {open && (
        <button type="button" class="skip button" onClick={() => document.getElementById('clip-title')?.focus()}>
          {t('library_skip')}
        </button>
      )}
      <FacetPane navigation={navigation} facets={facets} counts={counts} />
      <div class="list-pane">
        <header class="list-head">
          <ListTitle
            trash={route.trash}
            count={library.state === 'ready' ? total : null}
            partial={library.state === 'ready' && library.texts === null && route.query !== ''}
            onExport={() => setDialog({ dialog: 'export', scope: selected.length > 0 ? 'selected' : 'shown' })}
            onImport={() => setDialog({ dialog: 'import', file: null })}
            onKeys={() => setDialog({ dialog: 'keys' })}
          />
          <ListTools
            navigation={navigation}
            searchField={searchField}
            onDown={() => document.querySelector<HTMLElement>('#clips a.row[tabindex="0"]')?.focus()}
          />
          <FilterChips navigation={navigation} />
          <CareNotices
            health={health}
            readOnly={readOnly}
            onBackUp={() => setDialog({ dialog: 'export', scope: 'all' })}
            onRestore={() => setDialog({ dialog: 'import', file: null })}
            onCare={() => setDialog({ dialog: 'care' })}
          />
          {route.trash && <p class="soft trash-words">{t('library_trash_words')}</p>}
          {selected.length > 0 && (
            <SelectionBar
              selected={selected}
              shown={order.length}
              trash={route.trash}
              readOnly={readOnly}
              tags={tags}
              actions={{ ...actions, trash }}
              onAll={() => setChosen(selectAll(order))}
              onNone={() => setChosen(NOTHING_SELECTED)}
              onExport={() => setDialog({ dialog: 'export', scope: 'selected' })}
              onDelete={(wanted) => setDialog({ dialog: 'delete', clips: wanted })}
            />
          )}
        </header>
        {empty && <p class="empty">{empty}</p>}
        <ClipList
          state={library.state}
          sections={sections}
          total={total}
          texts={library.state === 'ready' ? library.texts : null}
          navigation={navigation}
          selection={selection}
          readOnly={readOnly}
          onSelect={({ id }, range) => setChosen(range ? extendTo(selection, id, order) : toggle(selection, id))}
          onStar={(clip) => actions.star([clip], !clip.starred)}
          onTrash={(clip) => {
            const wanted = selection.ids.has(clip.id) ? selected : [clip];
            if (route.trash) setDialog({ dialog: 'delete', clips: wanted });
            else void trash(wanted);
          }}
          onCommand={(command) => {
            if (command === 'search') searchField.current?.focus();
            if (command === 'undo') void notices.undo();
            if (command === 'help') setDialog({ dialog: 'keys' });
          }}
        />
        <StorageLine health={health} onOpen={() => setDialog({ dialog: 'care' })} />
      </div>
      <main key={route.clip}>
        <OpenClip
          clip={open}
          ready={library.state === 'ready' && partOf === null}
          empty={all.length === 0}
          readOnly={readOnly}
          navigation={navigation}
          tags={tags}
          actions={{ ...actions, trash }}
          onExport={() => setDialog({ dialog: 'export', scope: 'clip' })}
          onDelete={(clip) => setDialog({ dialog: 'delete', clips: [clip] })}
        />
      </main>
      <NoticeBar {...notices} />
      {dialog?.dialog === 'keys' && <KeysDialog onClose={close} />}
      {dialog?.dialog === 'care' && <CareDialog health={health} onClose={close} />}
      {dialog?.dialog === 'import' && <ImportDialog file={dialog.file} onClose={close} />}
      {dialog?.dialog === 'delete' && (
        <DeleteDialog clips={dialog.clips} onDelete={actions.deleteForever} onClose={close} />
      )}
      {dialog?.dialog === 'export' && (
        <ExportDialog
          scope={dialog.scope}
          ids={{ clip: open ? [open.id] : [], selected: selected.map(({ id }) => id), shown: order }}
          total={partOf ? partOf.kept + partOf.trashed : all.length}
          onClose={close}
        />
      )}
    </div>
  );
}

/** On a narrow page, where opening a clip hides the list: the focus follows to the clip, and back to its row. */
function useFocusOfPane(clip: string | null): void {
  const before = useRef(clip);
  useEffect(() => {
    const left = before.current;
    before.current = clip;
    if (
      left === clip ||
      (document.activeElement?.checkVisibility() === true && document.activeElement !== document.body)
    )
      return;
    const target = clip === null ? `[data-clip="${CSS.escape(left ?? '')}"] a.row` : '#clip-title';
    document.querySelector<HTMLElement>(target)?.focus();
  }, [clip]);
}

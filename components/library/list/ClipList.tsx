/** The list of clips, in one section or by month; it takes the single keys while it has the focus. */
import { useRef, useState } from 'preact/hooks';
import type { Clip } from '../../../utils/clips/clip';
import type { SearchTexts } from '../../../utils/clips/search';
import { t } from '../../../utils/extension/language';
import { bodySnippet } from '../marks';
import { firstRows, type Section } from '../sections';
import type { Selection } from '../selection';
import type { Navigation } from '../use-route';
import type { RowProps } from './ClipRow';
import { type Command, commandOf } from './keys';
import { RowGroup } from './RowGroup';
import { useGrowing } from './use-growing';

/** `2012年5月` in the language of the interface. */
function monthWords(month: string): string {
  if (month === '') return t('library_undated');
  const [year, inYear] = month.split('-');
  const options = inYear ? ({ year: 'numeric', month: 'long' } as const) : ({ year: 'numeric' } as const);
  const date = new Date(Date.UTC(Number(year), Number(inYear ?? 1) - 1, 1));
  return date.toLocaleDateString(document.documentElement.lang, { ...options, timeZone: 'UTC' });
}

/** The links of the rows in the order they stand. */
const linksIn = (list: HTMLElement) => [...list.querySelectorAll<HTMLAnchorElement>('a.row')];

interface Props {
  state: string;
  sections: readonly Section[];
  total: number;
  texts: SearchTexts | null;
  navigation: Navigation;
  selection: Selection;
  readOnly: boolean;
  onSelect: (clip: Clip, range: boolean) => void;
  onStar: (clip: Clip) => void;
  onTrash: (clip: Clip) => void;
  /** The keys that are not about a clip. */
  onCommand: (command: 'search' | 'undo' | 'help') => void;
}

export function ClipList(props: Props) {
  const { state, sections, total, texts, navigation, selection, readOnly } = props;
  const { onSelect, onStar, onTrash, onCommand } = props;
  const { route, href } = navigation;
  const list = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const { query, filters, order, layout, trash } = route;
  const { limit, end } = useGrowing(JSON.stringify([query, filters, order, layout, trash]));
  const made = firstRows(sections, limit);
  const rowCount = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  const clips = made.flatMap(({ rows }) => rows.flatMap(({ clip, reposts }) => [clip, ...reposts]));
  const active = clips.find(({ id }) => id === activeId) ?? clips[0];

  const propsFor = (clip: Clip): RowProps => ({
    clip,
    href: href({ clip: clip.id, version: null }),
    query,
    snippet: query === '' ? null : bodySnippet(texts?.get(clip.id) ?? '', query),
    open: clip.id === route.clip,
    selected: selection.ids.has(clip.id),
    active: clip === active,
    readOnly,
    onSelect,
    onStar,
    onActive: ({ id }) => setActiveId(id),
  });

  const move = (step: number) => {
    const links = list.current ? linksIn(list.current) : [];
    const at = links.findIndex((link) => link.closest('.clip')?.contains(document.activeElement));
    links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
  };
  const onClip = (command: Command, clip: Clip) => {
    if (command === 'select') onSelect(clip, false);
    if (command === 'star' && !readOnly) onStar(clip);
    if (command === 'trash' && !readOnly) {
      // The row is about to go: the focus moves on, at the end of the list back.
      const links = list.current ? linksIn(list.current) : [];
      const at = links.findIndex((link) => link.closest('.clip')?.contains(document.activeElement));
      (links[at + 1] ?? links[at - 1])?.focus();
      onTrash(clip);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (command === 'next' || command === 'previous') move(command === 'next' ? 1 : -1);
    else if (command === 'search' || command === 'undo' || command === 'help') onCommand(command);
    else if (active) onClip(command, active);
  };

  let place = 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows have the focus; their keys are taken here for all of them
    <div id="clips" ref={list} class="clips" data-state={state} onKeyDown={onKeyDown}>
      {made.map(({ month, rows }) => (
        <section key={month ?? 'all'} aria-label={month === null ? t('library_title') : monthWords(month)}>
          {month !== null && <h2 class="month">{monthWords(month)}</h2>}
          <ul>
            {rows.map((row) => (
              <RowGroup
                key={row.clip.id}
                row={row}
                place={++place}
                total={rowCount}
                propsFor={propsFor}
                openClip={route.clip}
              />
            ))}
          </ul>
        </section>
      ))}
      {limit < rowCount && (
        <p ref={end} class="soft">
          {t('library_more_below', { count: total - clips.length })}
        </p>
      )}
    </div>
  );
}

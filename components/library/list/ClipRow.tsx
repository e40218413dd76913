/** A clip in the list: select, open, star. Only the active row is a stop of the Tab key; j and k move within the list. */
import type { Clip } from '../../../utils/clips/clip';
import type { Snippet } from '../../../utils/clips/matches';
import { t } from '../../../utils/extension/language';
import { Icon } from '../../Icon';
import { languageOf } from '../../language-of';
import { Marked } from '../Marked';
import { shortTitle } from '../short-title';

/** Of a title, a note, and lists of names: what a row shows; the whole is in the clip. */
const TITLE_SHOWN = 300;
const NOTE_SHOWN = 200;
const PEOPLE_SHOWN = 6;
const TAGS_SHOWN = 8;

export interface RowProps {
  clip: Clip;
  href: string;
  query: string;
  /** Where the body matches the query. */
  snippet: Snippet | null;
  open: boolean;
  selected: boolean;
  /** Whether Tab stops here. */
  active: boolean;
  readOnly: boolean;
  onSelect: (clip: Clip, range: boolean) => void;
  onStar: (clip: Clip) => void;
  onActive: (clip: Clip) => void;
}

export function ClipRow(props: RowProps) {
  const { clip, href, query, snippet, open, selected, active, readOnly, onSelect, onStar, onActive } = props;
  const { card, title, starred, note, tags } = clip;
  const lang = languageOf(card.script);
  const stop = active ? 0 : -1;
  return (
    <div class="clip" data-clip={clip.id} data-selected={selected || undefined} onFocusIn={() => onActive(clip)}>
      <input
        type="checkbox"
        tabIndex={stop}
        checked={selected}
        aria-label={t('library_select', { title: shortTitle(title) })}
        onClick={(event) => onSelect(clip, event.shiftKey)}
      />
      <a class="row" tabIndex={stop} href={href} aria-current={open ? 'true' : undefined}>
        <bdi class="row-title" lang={lang}>
          <Marked text={title.slice(0, TITLE_SHOWN)} query={query} />
        </bdi>
        <span class="row-facts">
          <time dateTime={card.published ?? undefined}>{card.published ?? t('field_no_date')}</time>
          <bdi lang={lang}>{shortTitle(card.source ?? card.host)}</bdi>
        </span>
        {card.people.length > 0 && (
          <bdi class="row-people" lang={lang}>
            {card.people
              .slice(0, PEOPLE_SHOWN)
              .map(({ name }) => name)
              .join('、')}
          </bdi>
        )}
        {snippet && (
          <bdi class="row-snippet" lang="zh-Hans">
            …<Marked text={snippet.before + snippet.match + snippet.after} query={query} />…
          </bdi>
        )}
        {note && (
          <bdi class="row-note">
            <Marked text={note.slice(0, NOTE_SHOWN)} query={query} />
          </bdi>
        )}
        {tags.length > 0 && (
          <span class="row-tags">
            {tags.slice(0, TAGS_SHOWN).map((tag) => (
              <bdi key={tag} class="tag">
                {shortTitle(tag)}
              </bdi>
            ))}
          </span>
        )}
      </a>
      <button
        type="button"
        class="star"
        tabIndex={stop}
        disabled={readOnly}
        aria-pressed={starred}
        aria-label={t('library_star_one', { title: shortTitle(title) })}
        onClick={() => onStar(clip)}
      >
        <Icon name="star" />
      </button>
    </div>
  );
}

/** Saves the article shown, says what came of it, and never twice: every try carries the same id. */
import { useEffect, useState } from 'preact/hooks';
import { tagsOf } from '../../utils/clips/tags';
import { t } from '../../utils/extension/language';
import { askBackground, type SaveRequest, type SaveResult, type TabSheet } from '../../utils/extension/messages';
import { shownPage } from '../../utils/extension/shown-page';
import { useDraft } from './use-draft';

/** Lines of a note that are shown at once; a longer one scrolls. */
const MOST_LINES = 5;

/** A worker killed while it saves answers nothing; asking again with the same id tells what happened. */
const TRIES = 3;

async function askToSave(request: SaveRequest): Promise<SaveResult | 'unknown'> {
  for (let tried = 0; tried < TRIES; tried++) {
    try {
      return await askBackground('clip:save', request);
    } catch {
      // Unknown outcome: ask again.
    }
  }
  return 'unknown';
}

/** Enter saves and Shift+Enter breaks the line. An Enter by which an input method takes its candidate does neither. */
function saveOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}

function words(result: SaveResult | 'unknown'): string {
  if (result === 'unknown') return t('save_unknown');
  return result.ok ? t(`saved_${result.outcome}`) : t(`save_${result.error}`, { detail: result.detail });
}

interface Props {
  tabId: number;
  sheet: Extract<TabSheet, { state: 'article' }>;
  /** Called when what is shown is no longer true: the page has moved on, or is in the library now. */
  onStale: () => void;
}

export function SaveForm({ tabId, sheet, onStale }: Props) {
  const [saveId, setSaveId] = useState(() => crypto.randomUUID());
  const draft = useDraft(tabId, sheet.reading.article.url);
  const [saving, setSaving] = useState(false);
  const [result, setResult] = useState<SaveResult | 'unknown' | null>(null);
  const { clip } = sheet;
  const saved = result !== null && result !== 'unknown' && result.ok;
  const clipId = saved ? result.clipId : clip.state === 'none' ? null : clip.clipId;

  /** What follows is a save of its own. */
  const startAnew = () => {
    setSaveId(crypto.randomUUID());
    setResult(null);
  };
  // A saved article that has changed or left the library while it is shown can be saved again.
  useEffect(() => {
    if (saved && clip.state !== 'unchanged') startAnew();
  }, [clip.state]);
  const type = (change: Parameters<typeof draft.type>[0]) => {
    if (saved) startAnew();
    draft.type(change);
  };

  const save = async (event: Event) => {
    event.preventDefault();
    if (saving || saved) return;
    setSaving(true);
    draft.hold();
    const remarks = { note: draft.note, tags: tagsOf(draft.tags) };
    const answer = await askToSave({ tabId, saveId, expected: shownPage(sheet), ...remarks });
    if (answer === 'unknown' || !answer.ok) draft.keep();
    setResult(answer);
    setSaving(false);
    if (answer !== 'unknown' && (answer.ok || answer.error === 'page-changed')) onStale();
  };

  return (
    <form class="save" onSubmit={save}>
      <label class="visually-hidden" for="note">
        {t('note')}
      </label>
      <textarea
        id="note"
        class="field"
        rows={Math.min(draft.note.split('\n').length, MOST_LINES)}
        value={draft.note}
        disabled={saving}
        placeholder={t('note_placeholder')}
        onKeyDown={saveOnEnter}
        onInput={(event) => type({ note: event.currentTarget.value })}
      />
      <button id="save" type="submit" class="button button-primary" disabled={saving || saved}>
        {saving ? t('saving') : clip.state === 'changed' ? t('save_again') : t('save')}
      </button>
      <label class="visually-hidden" for="tags">
        {t('save_tags')}
      </label>
      <input
        id="tags"
        class="field save-tags"
        value={draft.tags}
        disabled={saving}
        placeholder={t('save_tags_placeholder')}
        onInput={(event) => type({ tags: event.currentTarget.value })}
      />
      <p id="save-status" class="save-status" role="status">
        {result && words(result)}{' '}
        {clipId && (
          <a href={`library.html#clip=${clipId}`} target="_blank" rel="noopener">
            {t('open_clip')}
          </a>
        )}
        {result !== null && result !== 'unknown' && !result.ok && result.error === 'quota' && (
          <a href="library.html" target="_blank" rel="noopener">
            {t('save_quota_export')}
          </a>
        )}
      </p>
    </form>
  );
}

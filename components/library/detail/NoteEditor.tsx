/** The note of a clip: saved while it is written, and when it is left. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../../utils/extension/language';
import { askBackground } from '../../../utils/extension/messages';

/** Milliseconds without a letter after which a note is saved. */
const SAVE_AFTER = 600;

type State = 'as-saved' | 'saving' | 'saved' | 'failed';

const WORDS: Record<State, MessageKey | null> = {
  'as-saved': null,
  saving: 'library_note_saving',
  saved: 'library_note_saved',
  failed: 'library_note_failed',
};

interface Props {
  clipId: string;
  note: string;
  readOnly: boolean;
}

/** Saves `text` after a pause; the newest text wins, and what is unsaved is saved when the clip is left. */
function useAutosave(
  clipId: string,
  note: string,
): { text: string; state: State; write: (text: string) => void; save: () => void } {
  const [text, setText] = useState(note);
  const [state, setState] = useState<State>('as-saved');
  const pending = useRef<string | null>(null);
  const timer = useRef(0);

  const save = async () => {
    clearTimeout(timer.current);
    const wanted = pending.current;
    if (wanted === null) return;
    pending.current = null;
    try {
      await askBackground('clip:change', { clipIds: [clipId], change: { note: wanted } });
      if (pending.current === null) setState('saved');
    } catch {
      pending.current ??= wanted;
      setState('failed');
    }
  };
  const write = (next: string) => {
    setText(next);
    setState('saving');
    pending.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(save, SAVE_AFTER) as unknown as number;
  };
  const latestSave = useRef(save);
  latestSave.current = save;
  useEffect(() => {
    const leave = () => void latestSave.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return { text, state, write, save };
}

export function NoteEditor({ clipId, note, readOnly }: Props) {
  const { text, state, write, save } = useAutosave(clipId, note);
  const words = WORDS[state];
  return (
    <div class="note">
      <label for="clip-note">{t('note')}</label>
      <textarea
        id="clip-note"
        class="field"
        rows={3}
        readOnly={readOnly}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onBlur={save}
      />
      <span class="soft" role="status">
        {words && t(words)}
      </span>
    </div>
  );
}

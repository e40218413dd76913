/** The shortcuts as they are set now, in the order of the manifest. */
import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, t } from '../utils/extension/language';
import { type Shortcut, shortcuts } from '../utils/extension/shortcuts';

const WORDS = new Map<string, MessageKey>([
  ['_execute_action', 'settings_key_popup'],
  ['toggle-script', 'manifest_toggle_script'],
  ['toggle-focus', 'manifest_toggle_focus'],
  ['reading-view', 'manifest_reading_view'],
  ['save-clip', 'manifest_save_clip'],
]);

export function ShortcutList() {
  const [known, setKnown] = useState<Shortcut[]>([]);
  useEffect(() => {
    const read = () => void shortcuts().then(setKnown);
    read();
    // They are changed on a page of the browser's, from which the reader comes back.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return (
    <dl class="shortcuts">
      {known.map(({ name, keys }) => {
        const words = WORDS.get(name);
        return (
          words && (
            <div key={name}>
              <dt>{t(words)}</dt>
              <dd>{keys === '' ? <span class="soft">{t('settings_key_none')}</span> : <kbd>{keys}</kbd>}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}

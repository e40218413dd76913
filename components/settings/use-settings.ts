/** The settings as they are kept, wherever they are changed, and the way to change them. */
import { useEffect, useState } from 'preact/hooks';
import { changeSettings, onSettingsChange, type Settings } from '../../utils/extension/settings';

export interface SettingsState {
  settings: Settings;
  change: (fields: Partial<Settings>) => void;
  /** Counts the changes made here that have been kept. */
  saved: number;
}

export function useSettings(first: Settings): SettingsState {
  const [settings, setSettings] = useState(first);
  const [saved, setSaved] = useState(0);
  useEffect(
    () =>
      onSettingsChange((now, before) => {
        // Every word of the page is another.
        if (now.language !== before.language) location.reload();
        else setSettings(now);
      }),
    [],
  );
  const change = (fields: Partial<Settings>) => {
    void changeSettings(fields).then(() => setSaved((count) => count + 1));
  };
  return { settings, change, saved };
}

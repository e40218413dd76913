/** What Qingyue may do beside its popup: shortcuts, the page's menu, the badge; each can be switched off. */
import { t } from '../../utils/extension/language';
import type { Settings } from '../../utils/extension/settings';
import { shortcutSettings } from '../../utils/extension/shortcuts';
import { ShortcutList } from '../ShortcutList';
import { Switch } from '../Switch';
import { CopyableAddress } from './CopyableAddress';
import { Section } from './Section';
import type { SettingsState } from './use-settings';

interface Option {
  id: string;
  field: keyof Settings & ('contextMenu' | 'badge' | 'shortcuts');
  /** Of its words in the locales: `settings_…` and `settings_…_hint`. */
  words: 'menu' | 'badge' | 'shortcuts';
}

const OPTIONS: Option[] = [
  { id: 'context-menu', field: 'contextMenu', words: 'menu' },
  { id: 'badge', field: 'badge', words: 'badge' },
  { id: 'shortcuts', field: 'shortcuts', words: 'shortcuts' },
];

export function CommandsSection({ settings, change }: SettingsState) {
  const openSettings = shortcutSettings();
  return (
    <Section name="commands">
      {OPTIONS.map(({ id, field, words }) => (
        <div key={id} class="option">
          <Switch
            id={id}
            label={t(`settings_${words}`)}
            on={settings[field]}
            onChange={(on) => change({ [field]: on })}
          />
          <p class="soft">{t(`settings_${words}_hint`)}</p>
        </div>
      ))}
      <h3>{t('settings_keys')}</h3>
      <ShortcutList />
      {openSettings ? (
        <p>
          <button type="button" class="button" onClick={openSettings}>
            {t('settings_keys_change')}
          </button>
        </p>
      ) : (
        <CopyableAddress />
      )}
    </Section>
  );
}

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
  label: 'settings_menu' | 'settings_badge' | 'settings_shortcuts';
}

const OPTIONS: Option[] = [
  { id: 'context-menu', field: 'contextMenu', label: 'settings_menu' },
  { id: 'badge', field: 'badge', label: 'settings_badge' },
  { id: 'shortcuts', field: 'shortcuts', label: 'settings_shortcuts' },
];

export function CommandsSection({ settings, change }: SettingsState) {
  const openSettings = shortcutSettings();
  return (
    <Section name="commands">
      {OPTIONS.map(({ id, field, label }) => (
        <div key={id} class="option">
          <Switch id={id} label={t(label)} on={settings[field]} onChange={(on) => change({ [field]: on })} />
          <p class="soft">{t(`${label}_hint`)}</p>
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

/** The language of Qingyue's own words. */
import { t } from '../../utils/extension/language';
import { LanguageSelect } from '../LanguageSelect';
import { Section } from './Section';
import type { SettingsState } from './use-settings';

export function LanguageSection({ settings, change }: SettingsState) {
  return (
    <Section name="language">
      <LanguageSelect value={settings.language} onChange={(language) => change({ language })} />
      <p class="soft">{t('settings_language_hint')}</p>
    </Section>
  );
}

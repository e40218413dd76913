/** What becomes of the reader's data, and which Qingyue this is. */
import { t } from '../../utils/extension/language';
import { version } from '../../utils/extension/version';
import { Section } from './Section';

export function AboutSection() {
  return (
    <Section name="about">
      <p>{t('settings_privacy')}</p>
      <p>{t('settings_privacy_clips')}</p>
      <p class="soft">{t('settings_version', { version: version() })}</p>
      <p>
        <a href="welcome.html">{t('settings_welcome')}</a>
      </p>
    </Section>
  );
}

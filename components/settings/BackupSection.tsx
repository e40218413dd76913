/** The backup of the library: when it was last made, making one now, being reminded. */
import { t } from '../../utils/extension/language';
import type { Health } from '../library/care/use-health';
import { Switch } from '../Switch';
import { ExportEverything } from './ExportEverything';
import { Section } from './Section';
import type { SettingsState } from './use-settings';

interface Props extends SettingsState {
  health: Health;
}

export function BackupSection({ settings, change, health: { health } }: Props) {
  const last = health?.lastBackup;
  return (
    <Section name="backup">
      <p class="soft">{t('settings_backup_hint')}</p>
      {health && (
        <p id="last-backup">
          {last
            ? t('care_backup_last', { day: new Date(last).toLocaleDateString(document.documentElement.lang) })
            : t('care_backup_never')}
          {health.backupDue && <strong> {t('care_backup_due')}</strong>}
        </p>
      )}
      <ExportEverything count={health?.count ?? 0} />
      <Switch
        id="backup-reminder"
        label={t('settings_backup_reminder')}
        on={settings.backupReminder}
        onChange={(on) => change({ backupReminder: on })}
      />
      <p class="soft">
        <a href="library.html">{t('settings_backup_restore')}</a>
      </p>
    </Section>
  );
}

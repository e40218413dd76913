/** The settings page. Every change is kept at once; there is no button to forget. */
import { t } from '../../utils/extension/language';
import type { Settings as Stored } from '../../utils/extension/settings';
import { useHealth } from '../library/care/use-health';
import { AboutSection } from './AboutSection';
import { BackupSection } from './BackupSection';
import { CommandsSection } from './CommandsSection';
import { ConversionSection } from './ConversionSection';
import { DataSection } from './DataSection';
import { LanguageSection } from './LanguageSection';
import { PermissionsSection } from './PermissionsSection';
import { ReadingSection } from './ReadingSection';
import { SectionNav } from './SectionNav';
import { SitesSection } from './SitesSection';
import { SyncSettings } from './SyncSettings';
import { useSettings } from './use-settings';

export function Settings({ settings: first }: { settings: Stored }) {
  const state = useSettings(first);
  const health = useHealth();
  return (
    <div class="settings">
      <header>
        <h1>{t('settings_title')}</h1>
      </header>
      <SectionNav />
      <main>
        <LanguageSection {...state} />
        <ReadingSection {...state} />
        <ConversionSection {...state} />
        <CommandsSection {...state} />
        <SitesSection />
        <PermissionsSection />
        <BackupSection {...state} health={health} />
        <SyncSettings />
        <DataSection health={health} />
        <AboutSection />
      </main>
      <p class="saved" role="status">
        {state.saved > 0 && <span key={state.saved}>{t('settings_saved')}</span>}
      </p>
    </div>
  );
}

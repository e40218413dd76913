/** Every permission with the one reason for it. */
import { t } from '../../utils/extension/language';
import { PERMISSIONS } from './permissions';
import { Section } from './Section';

const BROWSER = import.meta.env.FIREFOX ? 'firefox' : 'chrome';

export function PermissionsSection() {
  return (
    <Section name="permissions">
      <p class="soft">{t('settings_permissions_hint')}</p>
      <dl class="permissions">
        {PERMISSIONS.filter(({ only }) => !only || only === BROWSER).map(({ name, key }) => (
          <div key={name}>
            <dt>
              {t(`permission_${key}`)} <code>{name}</code>
            </dt>
            <dd class="soft">{t(`permission_${key}_why`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

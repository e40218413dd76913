/** A part of the settings page: a heading that the side navigation leads to, and what stands under it. */
import type { ComponentChildren } from 'preact';
import { type MessageKey, t } from '../../utils/extension/language';

export const SECTIONS = {
  language: 'settings_language',
  reading: 'settings_reading',
  conversion: 'settings_conversion',
  commands: 'settings_commands',
  sites: 'settings_sites',
  permissions: 'settings_permissions',
  backup: 'settings_backup',
  sync: 'sync_title',
  data: 'settings_data',
  about: 'settings_about',
} as const satisfies Record<string, MessageKey>;

export type SectionName = keyof typeof SECTIONS;

export const sectionId = (name: SectionName) => `section-${name}`;

export function Section({ name, children }: { name: SectionName; children: ComponentChildren }) {
  const heading = `heading-${name}`;
  return (
    <section id={sectionId(name)} aria-labelledby={heading}>
      <h2 id={heading}>{t(SECTIONS[name])}</h2>
      {children}
    </section>
  );
}

import { readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { LANGUAGES, type Language } from './locales/languages';
import { GLANCE_FILE, GOVERNMENT_MATCHES } from './utils/extension/government-hosts';

/** Manifest strings live beside the interface's own in locales/; the browser wants them as `_locales`. */
function manifestMessages(language: Language): string {
  const strings: Record<string, string> = JSON.parse(readFileSync(`locales/${language}.json`, 'utf8'));
  const own = Object.entries(strings).filter(([key]) => key.startsWith('manifest_'));
  return JSON.stringify(Object.fromEntries(own.map(([key, message]) => [key, { message }])), null, 2);
}

export default defineConfig({
  imports: false,
  // Opening a browser needs a display and a sandbox; `npm start` does that with its own checks.
  webExt: { disabled: true },
  vite: () => ({ plugins: [preact()], build: { modulePreload: false } }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      for (const language of LANGUAGES)
        files.push({ relativeDest: `_locales/${language}/messages.json`, contents: manifestMessages(language) });
    },
  },
  zip: { excludeSources: ['artifacts/**', 'tests/**', 'bench/**', 'docs/**', '.ci/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_manifest_name__',
    short_name: '__MSG_manifest_short_name__',
    description: '__MSG_manifest_description__',
    default_locale: 'zh_CN',
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus'],
    host_permissions: GOVERNMENT_MATCHES,
    content_scripts: [{ matches: GOVERNMENT_MATCHES, js: [GLANCE_FILE], run_at: 'document_idle' }],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    content_security_policy: {
      // Connections are made to the WebDAV server that the reader names, and to nothing else; see utils/extension/webdav.ts.
      extension_pages:
        "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; img-src 'self' data:; connect-src https: http://localhost:* http://127.0.0.1:*",
    },
    action: { default_title: '__MSG_manifest_name__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+Q' } },
      'toggle-script': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_manifest_toggle_script__' },
      'toggle-focus': { suggested_key: { default: 'Alt+Shift+F' }, description: '__MSG_manifest_toggle_focus__' },
      'reading-view': { description: '__MSG_manifest_reading_view__' },
      'save-clip': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_manifest_save_clip__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'qingyue@qingyue.example',
              strict_min_version: '142.0',
              // Texts of clips and their addresses leave the browser only for the server the reader names for sync.
              data_collection_permissions: { required: ['none'], optional: ['browsingActivity', 'websiteContent'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});

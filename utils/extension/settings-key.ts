/** Where the settings stand in `storage.local`; apart, for scripts on pages that only watch them. */
export const SETTINGS_KEY = 'settings';

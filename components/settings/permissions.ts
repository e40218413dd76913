/** The permissions of the manifest as the reader is told of them; tests/unit/guards/permissions.test.ts sees that none is missing. */

export interface Permission {
  /** As the manifest names it, or the key of the manifest under which its hosts stand. */
  name: string;
  /** Of its words in the locales: `permission_…` and `permission_…_why`. */
  key:
    | 'government'
    | 'activeTab'
    | 'scripting'
    | 'storage'
    | 'unlimitedStorage'
    | 'contextMenus'
    | 'sidePanel'
    | 'optional'
    | 'data';
  only?: 'chrome' | 'firefox';
}

export const PERMISSIONS: Permission[] = [
  { name: 'host_permissions', key: 'government' },
  { name: 'activeTab', key: 'activeTab' },
  { name: 'scripting', key: 'scripting' },
  { name: 'storage', key: 'storage' },
  { name: 'unlimitedStorage', key: 'unlimitedStorage' },
  { name: 'contextMenus', key: 'contextMenus' },
  { name: 'sidePanel', key: 'sidePanel', only: 'chrome' },
  { name: 'optional_host_permissions', key: 'optional' },
  { name: 'data_collection_permissions', key: 'data', only: 'firefox' },
];

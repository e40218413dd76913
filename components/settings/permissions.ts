/** The permissions of the manifest as the reader is told of them; tests/unit/guards/permissions.test.ts sees that none is missing. */

export interface Permission {
  /** As the manifest names it, or the key of the manifest under which its hosts stand. */
  name: string;
  words: `permission_${'government' | 'activeTab' | 'scripting' | 'storage' | 'unlimitedStorage' | 'contextMenus' | 'optional' | 'data'}`;
  firefoxOnly?: true;
}

export const PERMISSIONS: Permission[] = [
  { name: 'host_permissions', words: 'permission_government' },
  { name: 'activeTab', words: 'permission_activeTab' },
  { name: 'scripting', words: 'permission_scripting' },
  { name: 'storage', words: 'permission_storage' },
  { name: 'unlimitedStorage', words: 'permission_unlimitedStorage' },
  { name: 'contextMenus', words: 'permission_contextMenus' },
  { name: 'optional_host_permissions', words: 'permission_optional' },
  { name: 'data_collection_permissions', words: 'permission_data', firefoxOnly: true },
];

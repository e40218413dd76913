/** The kinds of data that the reader can have deleted, each on its own, in the order in which they go. */
export const DATA_KINDS = ['sync', 'clips', 'drafts', 'sites', 'settings'] as const;

export type DataKind = (typeof DATA_KINDS)[number];

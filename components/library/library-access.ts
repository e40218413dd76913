/** Reads of the library by its own page: a connection for each, so that an update of the extension never waits for one. */
import type { ClipVersion } from '../../utils/clips/clip';
import { type ClipDatabase, openLibrary } from '../../utils/clips/database';
import { versionsOf } from '../../utils/clips/store';

/** Runs `use` on the open library and closes it again. */
export async function withLibrary<T>(use: (database: ClipDatabase, readOnly: boolean) => Promise<T>): Promise<T> {
  const { database, readOnly } = await openLibrary();
  try {
    return await use(database, readOnly);
  } finally {
    database.close();
  }
}

/** The versions of a clip, newest first. */
export const readVersions = (clipId: string): Promise<ClipVersion[]> =>
  withLibrary((database) => versionsOf(database, clipId));

/** Exports clips to a file and hands it to the browser's downloads. JSON of everything is the backup. */
import type { ClipWithVersions } from '../../../utils/clips/clip';
import type { ClipDatabase } from '../../../utils/clips/database';
import { isClip } from '../../../utils/clips/is-clip';
import { exportEverything, versionsOf } from '../../../utils/clips/store';
import { askBackground } from '../../../utils/extension/messages';
import { today } from '../../today';
import { withLibrary } from '../library-access';
import { download } from './download';
import { exportFile, type Format } from './exports';

/** The clips with all their versions, one after the other. */
async function* entriesOf(database: ClipDatabase, ids: readonly string[]): AsyncGenerator<ClipWithVersions> {
  for (const id of ids) {
    const clip: unknown = await database.get('clips', id);
    if (isClip(clip)) yield { clip, versions: await versionsOf(database, id) };
  }
}

/** Resolves to the name of the file. */
export async function exportNow(format: Format, ids: readonly string[] | 'all'): Promise<string> {
  // The same clips are the same JSON, whatever order they are listed in.
  const ordered = ids !== 'all' && format === 'json' ? ids.toSorted() : ids;
  const file = await withLibrary((database) =>
    exportFile(format, ordered === 'all' ? exportEverything(database) : entriesOf(database, ordered), today()),
  );
  download(file);
  if (ids === 'all' && format === 'json') await askBackground('library:backed-up');
  return file.name;
}

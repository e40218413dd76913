/** The header of a clip: what the reader says of it, and what follows from its newest version. */
import { cardOf, searchTextOfVersion } from './card';
import { type Clip, type ClipVersion, SCHEMA_VERSION } from './clip';
import type { LibraryWrite } from './database';
import { sketchOf } from './sketch';

/** The fields of a header that no version determines. */
export type HeaderFields = Pick<
  Clip,
  'id' | 'url' | 'createdAt' | 'updatedAt' | 'note' | 'tags' | 'starred' | 'trashedAt'
>;

/** The header, with its fields in one order whatever order they came in. */
export function headerOf(fields: HeaderFields, newest: ClipVersion): Clip {
  const { id, url, createdAt, updatedAt, note, tags, starred, trashedAt } = fields;
  return {
    schema: SCHEMA_VERSION,
    id,
    url,
    title: newest.article.title,
    latest: newest.number,
    createdAt,
    updatedAt,
    note,
    tags,
    starred,
    trashedAt,
    card: cardOf(newest),
  };
}

/** Writes the header of a clip, and what search and reposts need of its newest version. */
export async function putHeader(write: LibraryWrite, fields: HeaderFields, newest: ClipVersion): Promise<Clip> {
  const clip = headerOf(fields, newest);
  const text = searchTextOfVersion(newest);
  await write.objectStore('texts').put({ clipId: clip.id, text });
  await write.objectStore('sketches').put({ clipId: clip.id, sketch: sketchOf(text) });
  await write.objectStore('clips').put(clip);
  return clip;
}

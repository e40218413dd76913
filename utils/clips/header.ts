/** The header of a clip: what the reader says of it, and what follows from its newest version. */
import { cardOf, searchTextOfVersion } from './card';
import { type Clip, type ClipVersion, SCHEMA_VERSION } from './clip';
import type { LibraryWrite } from './database';

/** The fields of a header that no version determines. */
export type HeaderFields = Pick<
  Clip,
  'id' | 'url' | 'createdAt' | 'updatedAt' | 'note' | 'tags' | 'starred' | 'trashedAt'
>;

/** The header, with its fields in one order whatever order they came in, and the search text of the version. */
export function headerOf(fields: HeaderFields, newest: ClipVersion): { clip: Clip; text: string } {
  const { id, url, createdAt, updatedAt, note, tags, starred, trashedAt } = fields;
  const text = searchTextOfVersion(newest);
  const clip = {
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
    card: cardOf(newest, text),
  };
  return { clip, text };
}

/** Writes the header of a clip and the search text of its newest version. */
export async function putHeader(write: LibraryWrite, fields: HeaderFields, newest: ClipVersion): Promise<Clip> {
  const { clip, text } = headerOf(fields, newest);
  await write.objectStore('texts').put({ clipId: clip.id, text });
  await write.objectStore('clips').put(clip);
  return clip;
}

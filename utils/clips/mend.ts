/**
 * A clip as its records have it: those that fail their check are named, and the header is made anew where it does not
 * fit what is left. Nothing is written here.
 */
import * as v from 'valibot';
import type { AsideRecord, ClipVersion, ClipWithVersions } from './clip';
import { headerOf } from './header';
import { isClip } from './is-clip';
import { ClipVersionSchema, faultOf, HeaderSchema, ReadableFieldsSchema } from './record-schema';

export type Fault = Pick<AsideRecord, 'store' | 'record' | 'reason'>;

export interface MendedClip {
  /** Null when no version can be read. */
  whole: ClipWithVersions | null;
  /** True where the header is not the stored one. */
  rebuilt: boolean;
  faults: Fault[];
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/**
 * @param header The stored header; undefined when there is none.
 * @param records The stored versions, in any order.
 */
export function mendClip(header: unknown, records: readonly unknown[]): MendedClip {
  const faults: Fault[] = [];
  const versions: ClipVersion[] = [];
  for (const record of records) {
    const reason = faultOf(ClipVersionSchema, record);
    if (reason === null) versions.push(record as ClipVersion);
    else faults.push({ store: 'versions', record, reason });
  }
  versions.sort((a, b) => b.number - a.number);
  const [newest] = versions;
  if (!newest) {
    if (header !== undefined) faults.push({ store: 'clips', record: header, reason: 'no version of it can be read' });
    return { whole: null, rebuilt: false, faults };
  }
  if (isClip(header) && header.latest === newest.number)
    return { whole: { clip: header, versions }, rebuilt: false, faults };
  const reason = header === undefined ? null : faultOf(HeaderSchema, header);
  if (reason !== null) faults.push({ store: 'clips', record: header, reason });
  const clip = rebuild(header, newest, versions.at(-1) ?? newest);
  return { whole: { clip, versions }, rebuilt: true, faults };
}

/** A header of the fields that can be read, and of the versions. */
function rebuild(header: unknown, newest: ClipVersion, oldest: ClipVersion) {
  const { url, createdAt, updatedAt, ...own } = v.parse(ReadableFieldsSchema, isObject(header) ? header : {});
  return headerOf(
    {
      id: newest.clipId,
      url: url ?? newest.article.url,
      createdAt: createdAt ?? oldest.savedAt,
      updatedAt: updatedAt ?? newest.savedAt,
      ...own,
    },
    newest,
  );
}

/** Cuts bytes into lines as they come in, in bounded memory. UTF-8 and GB18030 have the line feed for nothing else. */

/** Chunks are not to be written to once they are handed over. */
export type ByteSource =
  | Uint8Array
  | Iterable<Uint8Array>
  | AsyncIterable<Uint8Array>
  | { getReader(): ReadableStreamDefaultReader<Uint8Array> };

export interface ByteLine {
  /** From 1. */
  number: number;
  /** Without the line feed; null when the line is longer than allowed. */
  bytes: Uint8Array | null;
  /** False for a last line without a line feed. */
  ended: boolean;
}

/** Thrown when the source has more bytes than allowed. */
export class TooManyBytes extends Error {}

const LINE_FEED = 0x0a;

/** Not every browser lets one iterate over a stream. */
async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array, void> {
  if (source instanceof Uint8Array) {
    yield source;
  } else if ('getReader' in source) {
    const reader = source.getReader();
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
    } finally {
      await reader.cancel();
    }
  } else {
    yield* source;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The lines in order. Throws TooManyBytes as soon as more than `most.bytes` have come in. */
export async function* byteLines(
  source: ByteSource,
  most: { bytes: number; lineBytes: number },
): AsyncGenerator<ByteLine, void> {
  let total = 0;
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length > most.lineBytes) parts = [];
    else parts.push(part);
  };
  const line = (ended: boolean): ByteLine => {
    const bytes = length > most.lineBytes ? null : parts.length === 1 ? parts[0]! : joined(parts);
    parts = [];
    length = 0;
    return { number: number++, bytes, ended };
  };
  if (source instanceof Uint8Array && source.length > most.bytes) throw new TooManyBytes();
  for await (const chunk of chunksOf(source)) {
    total += chunk.length;
    if (total > most.bytes) throw new TooManyBytes();
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      yield line(true);
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield line(false);
}

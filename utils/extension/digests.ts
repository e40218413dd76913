/** Digests of the articles seen last, so that popup, conversion and clip share one; the worker's end forgets them. */
import type { Digest, DigestInput } from '../digest/digest';
import { makeDigest } from '../digest/make-digest';

const KEPT = 4;

/** By all that a digest is made of; the one asked for last stands last. */
const digests = new Map<string, Digest>();

export function digestOf(input: DigestInput): Digest {
  const key = JSON.stringify(input);
  const digest = digests.get(key) ?? makeDigest(input);
  digests.delete(key);
  digests.set(key, digest);
  const [oldest] = digests.keys();
  if (digests.size > KEPT && oldest !== undefined) digests.delete(oldest);
  return digest;
}

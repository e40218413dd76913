/** Which addresses of a page may become links in an export: those that open a page or a letter, and run nothing. */

const SAFE_SCHEME = /^(?:https?:\/\/|mailto:)\S/i;

/** Ends an address in some format, or is invisible in it. */
const UNSAFE_CHARACTER = /[\s\u0000-\u001f\u007f-\u009f"'<>\\^`{|}]/g;

/**
 * The address with quotes, brackets, white space and controls percent-encoded, so that no format ends it early.
 * Null unless it is `http:`, `https:` or `mailto:`.
 */
export function safeAddress(address: string): string | null {
  if (!SAFE_SCHEME.test(address)) return null;
  return address.replace(/\p{Surrogate}/gu, '\ufffd').replace(UNSAFE_CHARACTER, percentEncoded);
}

/** `encodeURIComponent` leaves the apostrophe as it is. */
const percentEncoded = (character: string) => (character === "'" ? '%27' : encodeURIComponent(character));

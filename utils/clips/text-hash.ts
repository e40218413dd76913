/** The fingerprint by which a page that has changed since it was clipped is known. */

/** SHA-256 (FIPS 180-4) of the title and the lines, in hexadecimal. Needs a secure context: the extension's own pages are. */
export async function textHash(title: string, lines: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode([title, ...lines].join('\n'));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

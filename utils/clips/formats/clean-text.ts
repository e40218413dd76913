/**
 * Text that every format can hold: what XML 1.0 forbids is dropped, lone surrogates become U+FFFD, lines end in a line feed.
 */

/** Controls and noncharacters outside the Char production of XML 1.0, section 2.2. The C1 controls are legal and never meant. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_END = /\r\n?|[\u2028\u2029]/g;

/** Marks, embeddings, overrides and isolates of UAX #9, by which a text can show in another order than it is written. */
const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text without characters that no format can carry. Keeps tabs and line feeds. */
export function cleanText(text: string): string {
  return text.replace(LINE_END, '\n').replace(NOT_XML, '').replace(LONE_SURROGATE, '\ufffd');
}

/** The text as one line: clean, without bidirectional controls, runs of white space as one space, none at the ends. */
export function oneLine(text: string): string {
  return cleanText(text).replace(BIDI_CONTROL, '').replace(/\s+/g, ' ').trim();
}

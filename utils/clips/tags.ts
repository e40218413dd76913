/** Tags as they are typed: several in one box, in either language's punctuation. */

const SEPARATORS = /[,，、;；\n]+/;

/** The tags in a text, without blanks around them, each once, in their order. */
export function tagsOf(text: string): string[] {
  const tags = text.split(SEPARATORS).map((tag) => tag.trim().replace(/\s+/g, ' '));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

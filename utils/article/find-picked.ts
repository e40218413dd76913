/** Finds the article in the block that was picked for the site; and says when a page has no such block. */
import { type FindOptions, type FoundArticle, readArticleIn } from './find';
import { isMostlyLinks, type Pick } from './pick';

/** The one element the pick means on this page, or null: none, several, or something else. Never throws. */
function pickedElement(document: Document, { selector, linked }: Pick): Element | null {
  try {
    const [element, ...others] = document.querySelectorAll(selector);
    return element && others.length === 0 && isMostlyLinks(element) === linked ? element : null;
  } catch {
    return null;
  }
}

/** Reads the article from the picked block; null where the page has no such block, or no Chinese text in it. */
export function findPicked(document: Document, pick: Pick, options: FindOptions): FoundArticle | null {
  const element = pickedElement(document, pick);
  return element && readArticleIn(document, element, options);
}

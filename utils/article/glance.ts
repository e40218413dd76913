/** placeholder replaced below */
export function glance(document: Document): { chinese: boolean; likelyArticle: boolean } {
  return { chinese: document.title !== '', likelyArticle: true };
}

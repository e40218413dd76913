/** Pages with an article of few words, for tests that save many of them. */

const PARAGRAPHS = [
  '區領導趙長松、居益芬、徐德林一同參加了調研，並聽取了街道負責同志的匯報。',
  '文昌商圈的黨建工作要善於運用新的方法，不斷增強商圈的自豪感、榮譽感和歸屬感。',
  '下一步要把服務送到每一家商戶，讓大家在商圈裡安心經營，共同維護誠信的環境。',
];

/** A page of a government portal in traditional characters; `added` are more paragraphs. */
export function articlePage(title: string, added: readonly string[] = []): string {
  const body = [...PARAGRAPHS, ...added].map((text) => `<p>${text}</p>`).join('');
  return `<!doctype html><meta charset="utf-8"><title>${title}</title>
    <div class="article"><h1>${title}</h1><div class="info">來源：廣陵區政府 發布日期：2012-05-18</div>
    <div class="TRS_Editor">${body}</div></div>`;
}

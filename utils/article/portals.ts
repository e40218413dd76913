/**
 * What is known of content management systems and portal templates: which element holds what.
 * One rule a line, sorted by its mark, behind it where the mark comes from; `docs/portal-rules.md` says how to add one.
 * No rule names a site or a page.
 */

/**
 * - `body`: nothing but the article's text. `around`: the article with some of its surroundings.
 * - `headline`, `dateline`, `attachments`, `card`: the article's other parts.
 * - `chrome`: never part of the article, even inside its body.
 */
export type PartOfPage = 'attachments' | 'around' | 'body' | 'card' | 'chrome' | 'dateline' | 'headline';

export interface PortalRule {
  /** `#id`, `.class` (a trailing `*` stands for any ending) or the name of a custom element. Lower case: names are compared so. */
  mark: string;
  is: PartOfPage;
}

export const PORTAL_RULES: readonly PortalRule[] = [
  { mark: '#articlecontent', is: 'body' }, // county and university templates
  { mark: '#ccms_content', is: 'around' }, // Rhythm CMS: city and ministry portals of Taiwan
  { mark: '#con_con', is: 'body' }, // 大汉 jcms, ministry template
  { mark: '#con_title', is: 'headline' }, // 大汉 jcms, ministry template
  { mark: '#dochtmlcon', is: 'around' }, // TRS WCM document page
  { mark: '#easysitetext', is: 'body' }, // EasySite
  { mark: '#fontzoom', is: 'body' }, // target of the font-size toolbar
  { mark: '#info_content', is: 'body' }, // amaze UI portal templates
  { mark: '#ivs_content', is: 'body' }, // IVS: portals of Shanghai districts
  { mark: '#ivs_title', is: 'headline' }, // IVS: portals of Shanghai districts
  { mark: '#js_content', is: 'body' }, // WeChat articles, also where portals copy them whole
  { mark: '#mainbody', is: 'body' }, // TRS and jcms county templates
  { mark: '#news_body_title', is: 'headline' }, // TRS WCM, foreign service
  { mark: '#news_body_txt_a', is: 'body' }, // TRS WCM, foreign service
  { mark: '#news_content', is: 'body' }, // county templates
  { mark: '#newscontent', is: 'body' }, // county templates
  { mark: '#p-detail', is: 'body' }, // news agency template
  { mark: '#pressrelease', is: 'body' }, // Hong Kong press releases
  { mark: '#prheadline', is: 'headline' }, // Hong Kong press releases
  { mark: '#relnews_list', is: 'chrome' }, // TRS WCM, related news
  { mark: '#rwb_zw', is: 'body' }, // newspaper template
  { mark: '#textzoom', is: 'body' }, // target of the font-size toolbar
  { mark: '#ucap-content', is: 'body' }, // 开普 UCAP
  { mark: '#vsb_content*', is: 'body' }, // 博达 VSB: universities, counties
  { mark: '#wenzhang-content', is: 'body' }, // financial regulators
  { mark: '#zoom', is: 'body' }, // 大汉 jcms; target of the font-size toolbar
  { mark: '#zoomcon', is: 'body' }, // 南方 NFCMS and 开普; target of the font-size toolbar
  { mark: '.am-article-bd', is: 'body' }, // amaze UI portal templates
  { mark: '.area-editor', is: 'body' }, // Rhythm CMS, Taiwan
  { mark: '.area-essay', is: 'body' }, // Rhythm CMS, Taiwan
  { mark: '.article-content', is: 'body' }, // general
  { mark: '.article-reldocuments', is: 'chrome' }, // 开普 UCAP, related documents
  { mark: '.article_content', is: 'body' }, // general
  { mark: '.articlecontent', is: 'body' }, // general
  { mark: '.bdsharebuttonbox', is: 'chrome' }, // Baidu share bar
  { mark: '.bottom-detail', is: 'chrome' }, // Rhythm CMS, Taiwan: 資料更新, 資料維護單位
  { mark: '.bshare-custom', is: 'chrome' }, // bShare bar
  { mark: '.caas-body', is: 'body' }, // syndicated news
  { mark: '.cparticle', is: 'around' }, // Hyweb GIP, Taiwan
  { mark: '.entry-content', is: 'body' }, // WordPress: departments of Macau and Hong Kong
  { mark: '.field--name-body', is: 'body' }, // Drupal: departments of Hong Kong, Singapore, Taiwan
  { mark: '.file-download', is: 'attachments' }, // Rhythm CMS, Taiwan
  { mark: '.file-download-multiple', is: 'attachments' }, // Rhythm CMS, Taiwan
  { mark: '.file_download', is: 'attachments' }, // Hyweb GIP, Taiwan
  { mark: '.jiathis_style', is: 'chrome' }, // JiaThis share bar
  { mark: '.news_content', is: 'body' }, // county templates
  { mark: '.pages_content', is: 'body' }, // TRS WCM
  { mark: '.related_link', is: 'chrome' }, // Hyweb GIP, Taiwan
  { mark: '.rm_txt_con', is: 'body' }, // newspaper template
  { mark: '.table_suoyin', is: 'card' }, // 龙讯: portals of Anhui
  { mark: '.trs_editor', is: 'body' }, // TRS WCM
  { mark: '.trs_editor_view', is: 'body' }, // TRS WCM 8
  { mark: '.trs_paper_default', is: 'body' }, // TRS WCM 8
  { mark: '.trs_ueditor', is: 'body' }, // TRS WCM
  { mark: '.u-maintext', is: 'body' }, // newspaper template
  { mark: '.v_news_content', is: 'body' }, // 博达 VSB
  { mark: '.wenzhang-title', is: 'headline' }, // financial regulators
  { mark: '.wp_articlecontent', is: 'body' }, // 苏迪 webplus: universities
  { mark: '.xxgk-detail', is: 'around' }, // 开普 UCAP, open government information
  { mark: 'publishtime', is: 'dateline' }, // 开普 UCAP
  { mark: 'ucapcontent', is: 'body' }, // 开普 UCAP
  { mark: 'ucapsource', is: 'dateline' }, // 开普 UCAP
  { mark: 'ucaptitle', is: 'headline' }, // 开普 UCAP
];

/** Pairs of comments that a CMS writes around the body. Lower case. */
export const BODY_COMMENTS: readonly { begin: string; end: string }[] = [
  { begin: '<$[信息内容]>begin', end: '<$[信息内容]>end' }, // 大汉 jcms
  { begin: 'zjeg_rss.content.begin', end: 'zjeg_rss.content.end' }, // 大汉 jcms
];

const EXACT = new Map(PORTAL_RULES.filter((rule) => !rule.mark.endsWith('*')).map((rule) => [rule.mark, rule]));
const PREFIXES = PORTAL_RULES.filter((rule) => rule.mark.endsWith('*')).map((rule) => ({
  start: rule.mark.slice(0, -1),
  rule,
}));

/** The first rule that an element meets, asked by tag name, then `id`, then each class. All lower case, classes separated by spaces. */
export function portalRuleFor(tag: string, id: string, classes: string): PortalRule | undefined {
  const byTag = EXACT.get(tag);
  if (byTag !== undefined) return byTag;
  if (id !== '') {
    const byId = ruleOf(`#${id}`);
    if (byId !== undefined) return byId;
  }
  if (classes === '') return undefined;
  for (const name of classes.split(/\s+/)) {
    const byClass = ruleOf(`.${name}`);
    if (byClass !== undefined) return byClass;
  }
  return undefined;
}

function ruleOf(mark: string): PortalRule | undefined {
  return EXACT.get(mark) ?? PREFIXES.find(({ start }) => mark.startsWith(start))?.rule;
}

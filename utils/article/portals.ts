/**
 * What is known of content management systems and portal templates: which element holds what.
 * One rule a line, sorted by its mark; `docs/portal-rules.md` says how to add one. No rule names a site or a page.
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
  /** Where the mark comes from. */
  why: string;
}

export const PORTAL_RULES: readonly PortalRule[] = [
  { mark: '#articlecontent', is: 'body', why: 'county and university templates' },
  { mark: '#ccms_content', is: 'around', why: 'Rhythm CMS: city and ministry portals of Taiwan' },
  { mark: '#con_con', is: 'body', why: '大汉 jcms, ministry template' },
  { mark: '#con_title', is: 'headline', why: '大汉 jcms, ministry template' },
  { mark: '#dochtmlcon', is: 'around', why: 'TRS WCM document page' },
  { mark: '#easysitetext', is: 'body', why: 'EasySite' },
  { mark: '#fontzoom', is: 'body', why: 'target of the font-size toolbar' },
  { mark: '#info_content', is: 'body', why: 'amaze UI portal templates' },
  { mark: '#ivs_content', is: 'body', why: 'IVS: portals of Shanghai districts' },
  { mark: '#ivs_title', is: 'headline', why: 'IVS: portals of Shanghai districts' },
  { mark: '#js_content', is: 'body', why: 'WeChat articles, also where portals copy them whole' },
  { mark: '#mainbody', is: 'body', why: 'TRS and jcms county templates' },
  { mark: '#news_body_title', is: 'headline', why: 'TRS WCM, foreign service' },
  { mark: '#news_body_txt_a', is: 'body', why: 'TRS WCM, foreign service' },
  { mark: '#news_content', is: 'body', why: 'county templates' },
  { mark: '#newscontent', is: 'body', why: 'county templates' },
  { mark: '#p-detail', is: 'body', why: 'news agency template' },
  { mark: '#pressrelease', is: 'body', why: 'Hong Kong press releases' },
  { mark: '#prheadline', is: 'headline', why: 'Hong Kong press releases' },
  { mark: '#relnews_list', is: 'chrome', why: 'TRS WCM, related news' },
  { mark: '#rwb_zw', is: 'body', why: 'newspaper template' },
  { mark: '#textzoom', is: 'body', why: 'target of the font-size toolbar' },
  { mark: '#ucap-content', is: 'body', why: '开普 UCAP' },
  { mark: '#vsb_content*', is: 'body', why: '博达 VSB: universities, counties' },
  { mark: '#wenzhang-content', is: 'body', why: 'financial regulators' },
  { mark: '#zoom', is: 'body', why: '大汉 jcms; target of the font-size toolbar' },
  { mark: '#zoomcon', is: 'body', why: '南方 NFCMS and 开普; target of the font-size toolbar' },
  { mark: '.am-article-bd', is: 'body', why: 'amaze UI portal templates' },
  { mark: '.area-editor', is: 'body', why: 'Rhythm CMS, Taiwan' },
  { mark: '.area-essay', is: 'body', why: 'Rhythm CMS, Taiwan' },
  { mark: '.article-content', is: 'body', why: 'general' },
  { mark: '.article-reldocuments', is: 'chrome', why: '开普 UCAP, related documents' },
  { mark: '.article_content', is: 'body', why: 'general' },
  { mark: '.articlecontent', is: 'body', why: 'general' },
  { mark: '.bdsharebuttonbox', is: 'chrome', why: 'Baidu share bar' },
  { mark: '.bottom-detail', is: 'chrome', why: 'Rhythm CMS, Taiwan: 資料更新, 資料維護單位' },
  { mark: '.bshare-custom', is: 'chrome', why: 'bShare bar' },
  { mark: '.caas-body', is: 'body', why: 'syndicated news' },
  { mark: '.cparticle', is: 'around', why: 'Hyweb GIP, Taiwan' },
  { mark: '.entry-content', is: 'body', why: 'WordPress: departments of Macau and Hong Kong' },
  { mark: '.field--name-body', is: 'body', why: 'Drupal: departments of Hong Kong, Singapore, Taiwan' },
  { mark: '.file-download', is: 'attachments', why: 'Rhythm CMS, Taiwan' },
  { mark: '.file-download-multiple', is: 'attachments', why: 'Rhythm CMS, Taiwan' },
  { mark: '.file_download', is: 'attachments', why: 'Hyweb GIP, Taiwan' },
  { mark: '.jiathis_style', is: 'chrome', why: 'JiaThis share bar' },
  { mark: '.news_content', is: 'body', why: 'county templates' },
  { mark: '.pages_content', is: 'body', why: 'TRS WCM' },
  { mark: '.related_link', is: 'chrome', why: 'Hyweb GIP, Taiwan' },
  { mark: '.rm_txt_con', is: 'body', why: 'newspaper template' },
  { mark: '.table_suoyin', is: 'card', why: '龙讯: portals of Anhui' },
  { mark: '.trs_editor', is: 'body', why: 'TRS WCM' },
  { mark: '.trs_editor_view', is: 'body', why: 'TRS WCM 8' },
  { mark: '.trs_paper_default', is: 'body', why: 'TRS WCM 8' },
  { mark: '.trs_ueditor', is: 'body', why: 'TRS WCM' },
  { mark: '.u-maintext', is: 'body', why: 'newspaper template' },
  { mark: '.v_news_content', is: 'body', why: '博达 VSB' },
  { mark: '.wenzhang-title', is: 'headline', why: 'financial regulators' },
  { mark: '.wp_articlecontent', is: 'body', why: '苏迪 webplus: universities' },
  { mark: '.xxgk-detail', is: 'around', why: '开普 UCAP, open government information' },
  { mark: 'publishtime', is: 'dateline', why: '开普 UCAP' },
  { mark: 'ucapcontent', is: 'body', why: '开普 UCAP' },
  { mark: 'ucapsource', is: 'dateline', why: '开普 UCAP' },
  { mark: 'ucaptitle', is: 'headline', why: '开普 UCAP' },
];

/** Pairs of comments that a CMS writes around the body. Lower case. */
export const BODY_COMMENTS: readonly { begin: string; end: string; why: string }[] = [
  { begin: '<$[信息内容]>begin', end: '<$[信息内容]>end', why: '大汉 jcms' },
  { begin: 'zjeg_rss.content.begin', end: 'zjeg_rss.content.end', why: '大汉 jcms' },
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

/** Tells the page's chrome (menus, toolbars, footers, teasers) from its content, by words and by the names of elements. */

import { labelledValues, withoutReadings } from './labels';
import type { Outline, OutlineElement } from './outline';

/** A longer line is text, whatever words it holds. */
const LONGEST_CHROME_LINE = 240;

const words = (list: string): string =>
  list
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .join('|');

const TOOL_WORDS = words(`
  字体大小 字体 字體大小 字體 字号 字號 字型大小 字型 字级大小 字级 字級大小 字級 文字大小 大 中 小 特大 默认 默認 正常 适中 放大 缩小 縮小 A\\+ A- A
  打印本页 打印此页 打印文章 打印页面 打印正文 打印预览 打印 列印 友善列印 友善打印 列印本頁 打印版 下载文字版 下载图片版
  关闭窗口 关闭本页 关闭页面 关闭此页 关闭 關閉視窗 關閉 顶部 返回顶部 回到顶部 回頂端 返回列表 回上一頁 回上一页 返回上一页 返回首页 返回 回首頁 回列表
  分享文章 分享到 分享至 分享 微信 微博 新浪微博 腾讯微博 QQ空间 QQ好友 QQ 朋友圈 空间 更多 转发 转寄好友 轉寄好友 轉寄 Facebook LINE Plurk Twitter X
  收藏本页 收藏 加入收藏 设为首页 設為首頁 添加收藏 语音播报 语音朗读 语音播放 听新闻 朗读 播放 暂停 停止 我要纠错 纠错 我要评论 评论 点赞 举报 推荐 推薦
  繁体版 繁体 繁體版 繁體 简体版 简体 简 繁 無障礙 无障碍浏览 无障碍阅读 无障碍 长者模式 长者专区 关怀版 适老化 登录 注册 搜索 搜尋 English EN
  保护视力色 视力保护色 视力保护 杏仁黄 秋叶褐 胭脂红 芥末绿 天蓝 雪青 灰 银河白 双击滚屏 双击自动滚屏 扫一扫 下载 下載 预览 复制链接 复制 二维码
  网站地图 網站導覽 联系我们 聯絡我們 聯系我們 隐私声明 法律声明 首页 首頁 目录 目錄 手机版 电脑版 客户端 正文 ::: \\+`);

const SEPARATORS = String.raw`[\s\u3000|｜/\\【】\[\]（）()<>＜＞《》:：,，、·•>»\-—_.。“”"'!！★☆+]`;
const ONLY_TOOLS = new RegExp(`^${SEPARATORS}*(?:(?:${TOOL_WORDS})(?:${SEPARATORS}|$)*)+$`, 'iu');

/** Phrases of footers, of notes about the browser, and of codes to scan. Articles say neither. */
const CHROME_PHRASE = new RegExp(
  [
    'ICP[备備]|公[网網]安[备備]|网站标识码|網站標識碼|政府网站找错|all rights reserved|copyright|©',
    '您[访訪][问問]的[链鏈]接即[将將]|[您你]的?[浏瀏][览覽]器(?:不支|版本)|建[议議]使用.{0,24}[浏瀏][览覽]器|最佳[浏瀏][览覽]|最佳分辨率',
    '(?:不支[援持]|[开開][启啟]|[启啟]用)\\s*JavaScript|JavaScript.{0,6}(?:未|停用|[语語]法)|选择在浏览器|无障碍说明',
    '扫一扫在手机|手机扫一扫|微信扫一扫|扫码分享|分享到微信|設?为首[页頁]|設為首[页頁]|加入收藏|已关闭评论',
    '累計瀏覽|累计访问|本文[标標][题題]：|本文地址：|凡本[站网網]|資訊安全政策',
  ].join('|'),
  'iu',
);
/** The same for short lines only: a longer line may speak of it. */
const SHORT_CHROME_PHRASE = /版[权權]所有|免[责責][声聲]明|隱私權|如有侵[权權]/u;
const LONGEST_SHORT_PHRASE = 60;

/** Lines that lead to other pages. */
const NEIGHBOUR = /^[\s\u3000【[<＜«]*(?:[上下前後后]一?[篇条條则則页頁])(?=[\s\u3000:：】\]>＞»《]|$)/u;

/** Headings over lists of other pages. */
const RELATED_HEADING =
  /^[\s\u3000【[▎■◆●|]*(?:相[关關](?:新[闻聞]|[阅閱][读讀]|[链鏈連连][接结結]|文章|文件|稿件|[报報][道導]|政策|解[读讀]|信息|資訊|内容|內容|附件|推荐|推薦|主题|專題|专题)|关联稿件|关联文件|[热熱][门門点點](?:新[闻聞]|推荐|文章|阅读)|推[荐薦](?:[阅閱][读讀]|新闻|文章)|延伸[阅閱][读讀]|猜你喜[欢歡]|為您推薦|为您推荐|最新(?:消息|文章|新[闻聞])|[阅閱][读讀]排行|[点點][击擊]排行|友情[链鏈]接|網站導覽)[\s\u3000】\]:：]*$/u;

const COUNTER =
  /^[\s\u3000【[（(]*(?:[浏瀏][览覽]|[点點][击擊阅閱]|[阅閱][读讀]|[访訪][问問]|人[气氣]|[观觀]看|推薦)(?:次[数數]|人次|[数數]|量|人[数數])?[\s\u3000:：]*\d*[\s\u3000]*(?:次|人次|人|回)?[\s\u3000】\]）)]*$/u;

const EDITOR_LINE =
  /^[\s\u3000【[（(]*(?:责任?编辑?|責任?編輯?|[编編][辑輯]|审核|審核|校[对對]|[编編][发發]|签发|[来來]源)[\s\u3000]*[:：].{0,70}$/u;

const ORGANISER_LINE =
  /^[\s\u3000]*(?:主[办辦](?:[单單]位)?|承[办辦](?:[单單]位)?|地址|地[点點]|[邮郵]政?[编編][码碼]?|[电電][话話]|[传傳]真|[联聯][系繫络絡][电電][话話])[\s\u3000]*[:：]/u;

/** Whether the line is chrome by its own words: a toolbar, a footer line, 上一篇, a counter. */
export function isChromeLine(text: string): boolean {
  if (text.length > LONGEST_CHROME_LINE) return false;
  const plain = withoutReadings(text).text;
  return (
    (plain.length <= 80 && ONLY_TOOLS.test(plain)) ||
    CHROME_PHRASE.test(plain) ||
    (plain.length <= LONGEST_SHORT_PHRASE && SHORT_CHROME_PHRASE.test(plain)) ||
    NEIGHBOUR.test(plain) ||
    COUNTER.test(plain)
  );
}

/** A heading over a list of other pages: 相关新闻, 推荐阅读. */
export function isRelatedHeading(text: string): boolean {
  return text.length <= 20 && RELATED_HEADING.test(text);
}

const ATTACHMENT_HEADING =
  /^[\s\u3000【[]*(?:(?:相[關关])?(?:檔案|附件|附檔|圖檔|文件)(?:下[載载])?|下[載载](?:檔案|附件|專區))[\s\u3000】\]:：]*$/u;

/** A heading over the list of attachments. */
export function isAttachmentHeading(text: string): boolean {
  return text.length <= 12 && ATTACHMENT_HEADING.test(text);
}

/** A line that credits makers of the page (责任编辑, 审核) and nothing else. */
export function isCreditLine(text: string): boolean {
  return text.length <= 80 && EDITOR_LINE.test(withoutReadings(text).text);
}

/** A line of addresses and organisers: chrome at the end of a page, content in the middle of a notice. */
export function isContactLine(text: string): boolean {
  return text.length <= LONGEST_CHROME_LINE && ORGANISER_LINE.test(text);
}

/** Longest line that can be a dateline, and the most that may stand before its first label (a bare date). */
const LONGEST_DATELINE = 160;
const LONGEST_BEFORE_LABEL = 24;

/** Labels that notices give to events as well; alone they make no dateline. */
const EVENT_LABELS = new Set(['日期', '时间', '時間', '文字', '记者', '記者']);

/** A line made of labelled fields (发布时间, 来源, 作者 …) and nothing else. */
export function isFieldLine(text: string): boolean {
  if (text.length > LONGEST_DATELINE || /[。；！？]/u.test(text)) return false;
  const fields = labelledValues(text);
  return fields.some(({ label }) => !EVENT_LABELS.has(label)) && fields[0]!.start <= LONGEST_BEFORE_LABEL;
}

const ZONE_TAGS = new Set(['aside', 'footer', 'nav']);
const ZONE_ROLES = new Set([
  'banner',
  'complementary',
  'contentinfo',
  'dialog',
  'menu',
  'menubar',
  'navigation',
  'search',
  'toolbar',
]);
/** Words in `id` and `class` that portals give to chrome, as whole words or as parts of hyphenated ones. */
const ZONE_NAMES =
  /[\s_-](?:nav\w*|\w*menu|menu\w*|foot\w*|\w*footer|copyright\w*|\w*crumbs?|crumb\w*|dqwz|share\w*|\w+share|sidebar\w*|toolbar\w*|related\w*|relate|xgxw|xgwz|xglj|xgyd|comments?|topbar|masthead\w*|(?:site|page|global|main)-?head(?:er)?|\w*banner|search\w*|\w*links?|yqlj|friend\w*|pagination|pagebar|modal\w*|popup\w*|dialog\w*|qrcode\w*|ewm\w*|erweima|weixin\w*|wechat\w*|wx\w*tip|hot(?:news|list|words?)?|recommend\w*|rank(?:ing|list)?|login\w*|lang(?:uage)?|print(?:er|btn|bar|box)?|prevnext|prev|next|prenext|accesskey|skip-?(?:nav|link|to)\w*|gotop|totop|gotocenter|sitemap|fatfooter)[\s_-]/;
/** Words that name chrome only as a whole `id` or class: `entry-header` is part of an article, `position-relative` is style. */
const ZONE_WORDS = /\s(?:top|header|head|bot|bottom|hd|ft|back|position|side|tools?|others)\s/;
/** Names of the article's own parts that win over a word of chrome beside them. */
const NOT_ZONE_NAMES = /[\s_-](?:content|article|main|detail|zoom|con|wrap|wrapper|container)[\s_-]/;

/**
 * For every element whether it is, or lies in, a zone of chrome. An element is no zone when it holds a large part of the
 * page's prose (`prose`, summed before each line), whatever its name says; inside a marked body names are not asked.
 */
export function chromeZones(outline: Outline, prose: Float64Array): Uint8Array {
  const zones = new Uint8Array(outline.elements.length);
  const inBody = new Uint8Array(outline.elements.length);
  const total = prose[prose.length - 1]!;
  outline.elements.forEach((entry, index) => {
    if (entry.parent >= 0) {
      zones[index] = zones[entry.parent]!;
      inBody[index] = inBody[entry.parent]!;
    }
    if (entry.part === 'body' || entry.part === 'around') inBody[index] = 1;
    if (zones[index] === 1 || !(inBody[index] === 1 ? isChromeElement(entry) : namesChrome(entry))) return;
    const inside = prose[entry.lineEnd]! - prose[entry.lineStart]!;
    if (inside <= total * LARGEST_ZONE || isSmallFooter(outline, entry, inside)) zones[index] = 1;
  });
  return zones;
}

/** A zone of chrome holds at most this share of the page's prose; a footer may hold all of it where there is little. */
const LARGEST_ZONE = 0.4;
const MOST_PROSE_IN_FOOTER = 200;
const FOOTER_PHRASE = /ICP[备備]|公[网網]安[备備]|版[权權]所有|网站标识码|網站標識碼/u;

function isSmallFooter({ lines }: Outline, { lineStart, lineEnd }: OutlineElement, prose: number): boolean {
  return prose <= MOST_PROSE_IN_FOOTER && lines.slice(lineStart, lineEnd).some(({ text }) => FOOTER_PHRASE.test(text));
}

/** Chrome by tag, role or portal rule: what is trusted even inside a marked body. */
function isChromeElement(entry: OutlineElement): boolean {
  if (ZONE_TAGS.has(entry.tag) || entry.part === 'chrome') return true;
  const role = entry.element.getAttribute('role');
  return role !== null && ZONE_ROLES.has(role);
}

function namesChrome(entry: OutlineElement): boolean {
  if (isChromeElement(entry)) return true;
  const named = ZONE_NAMES.test(entry.names) || ZONE_WORDS.test(entry.names);
  return entry.tag !== 'body' && named && !NOT_ZONE_NAMES.test(entry.names);
}

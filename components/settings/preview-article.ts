/** The article on which the reading style is tried, in both scripts as the reading view would show it. */
import type { ShownArticle, ShownText } from '../../utils/page/reading-view/shown-article';

const NONE = { kicker: '', subtitle: '', author: '', editor: '', card: {}, attachments: [] };

const paragraphs = (...texts: string[]): ShownText['blocks'] => texts.map((text) => ({ type: 'paragraph', text }));

export const PREVIEW_ARTICLE: ShownArticle = {
  url: '',
  published: '2012-05-18',
  original: {
    ...NONE,
    lang: 'zh-Hant',
    title: '陳鍇竑調研文昌商圈',
    source: '揚州.廣陵區',
    blocks: paragraphs(
      '2012年5月17日上午，廣陵區區委書記陳鍇竑率隊專題調研文昌商圈建設工作，並召開文昌商圈黨建工作調研座談會。',
      '陳鍇竑一行首先來到文昌商圈先鋒驛站，詳細了解該驛站黨員綜合服務平臺的服務內容及相關運行情況。',
    ),
  },
  simplified: {
    ...NONE,
    lang: 'zh-Hans',
    title: '陈锴竑调研文昌商圈',
    source: '扬州.广陵区',
    blocks: paragraphs(
      '2012年5月17日上午，广陵区区委书记陈锴竑率队专题调研文昌商圈建设工作，并召开文昌商圈党建工作调研座谈会。',
      '陈锴竑一行首先来到文昌商圈先锋驿站，详细了解该驿站党员综合服务平台的服务内容及相关运行情况。',
    ),
  },
};

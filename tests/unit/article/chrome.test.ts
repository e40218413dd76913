import { describe, expect, test } from 'vitest';
import {
  isChromeLine,
  isContactLine,
  isCreditLine,
  isFieldLine,
  isRelatedHeading,
} from '../../../utils/article/chrome';

describe('chrome by its words', () => {
  test.each([
    '【字体：大 中 小】 打印 关闭',
    '字型大小：小 中 大',
    '友善列印 轉寄好友 分享到Facebook',
    '設(shè)為首頁 | 加入收藏 | 聯(lián)系我們',
    '苏ICP备10068214号-2 苏公网安备32102302010144号',
    '上一篇：青禾县部署防汛工作',
    '下一則',
    '點閱次數：2,318'.replace(',', ''),
    '您的瀏覽器不支援JavaScript語法',
    ':::',
  ])('%s', (line) => expect(isChromeLine(line)).toBe(true));

  test.each([
    '请使用谷歌浏览器登录系统，登录后扫描二维码报名。',
    '上一年度考核结果为优秀的，优先推荐。',
    '下一步，要抓好春耕生产。',
    '关闭矿井三处。',
    '大中小学校均已开学。',
    '技术支持：025-83581234',
  ])('%s is text', (line) => expect(isChromeLine(line)).toBe(false));
});

test('headings over other pages', () => {
  expect(['相关新闻', '【相關連結】', '推荐阅读：', '关联稿件：'].map(isRelatedHeading)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(isRelatedHeading('相关单位要抓好落实')).toBe(false);
});

test('a dateline is made of fields; the time of an event is none', () => {
  expect(isFieldLine('2024-03-05 15:54 来源:县政府 阅读:')).toBe(true);
  expect(isFieldLine('信息整理:揚(yáng)州拓普電氣科技有限公司 信息來源:揚(yáng)州.廣陵區(qū)')).toBe(true);
  expect(isFieldLine('时间：2024年3月5日至8日')).toBe(false);
  expect(isFieldLine('资金来源：县财政。各乡镇要管好用好。')).toBe(false);
});

test('credits and contacts', () => {
  expect(isCreditLine('（责任编辑：李四）')).toBe(true);
  expect(isCreditLine('编辑出版了地方志')).toBe(false);
  expect(isContactLine('联系电话：025-83581234')).toBe(true);
});

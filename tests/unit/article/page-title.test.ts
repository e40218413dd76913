import { expect, test } from 'vitest';
import { articleTitleOf, looksLikeSiteName } from '../../../utils/article/page-title';

test.each([
  ['青禾县召开春耕工作会议-青禾县人民政府', '青禾县召开春耕工作会议'],
  ['青禾县召开春耕工作会议_工作动态_青禾县人民政府门户网站', '青禾县召开春耕工作会议'],
  ['青禾县人民政府 | 青禾县召开春耕工作会议', '青禾县召开春耕工作会议'],
  ['青禾市文化局_行业传真_昌明区举办迎新春书法作品展', '昌明区举办迎新春书法作品展'],
  ['中国-东盟博览会在南山开幕 - 南山新闻网', '中国-东盟博览会在南山开幕'],
  ['市民服务<br>热线今日开通_青禾市人民政府', '市民服务 热线今日开通'],
  ['揚州拓普電氣科技有限公司', null],
  ['青禾县人民政府门户网站', null],
  ['Home', null],
  ['', null],
])('%s', (title, expected) => expect(articleTitleOf(title, [])).toBe(expected));

test('names known from the page are cut off', () => {
  expect(articleTitleOf('春耕生产全面展开 - 青禾在前', ['青禾在前'])).toBe('春耕生产全面展开');
});

test('a name of a site says nothing; a headline does', () => {
  expect(looksLikeSiteName('青禾县教育局')).toBe(true);
  expect(looksLikeSiteName('青禾县教育局召开座谈会')).toBe(false);
  expect(looksLikeSiteName('关于成立防汛指挥部办公室的通知')).toBe(false);
});

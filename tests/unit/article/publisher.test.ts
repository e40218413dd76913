import { expect, test } from 'vitest';
import { articleOf, pageOf } from './fixtures';

const check = (url: string, footer: string) =>
  articleOf(pageOf({}).replace(/<div class="foot">.*?<\/div>/, `<div class="foot">${footer}</div>`), url).publisher;

test('a host in a registry of governments is official', () => {
  for (const host of ['www.qinghe.gov.cn', 'www.info.gov.hk', 'www.moe.gov.tw', 'www.gov.mo', 'www.mfa.gov.sg']) {
    expect(check(`https://${host}/1.html`, '').verdict).toBe('official');
  }
  expect(check('https://www.qinghe.gov.cn.example.com/1.html', '').verdict).toBe('unknown');
});

test('a company that shows a government’s article republishes it', () => {
  expect(check('https://www.topdq.example/1.html', '青禾拓普科技有限公司 版权所有 苏ICP备10068214号-2')).toEqual({
    verdict: 'republished',
    host: 'www.topdq.example',
    operator: '青禾拓普科技有限公司',
    evidence: [
      { kind: 'host', text: 'www.topdq.example' },
      { kind: 'source', text: '青禾县政府办' },
      { kind: 'copyright', text: '青禾拓普科技有限公司' },
      { kind: 'icp', text: '苏ICP备10068214号-2' },
    ],
  });
});

test('organiser, site code and police record are read', () => {
  const { operator, evidence } = check(
    'https://a.gov.cn/1',
    '主办单位：青禾县人民政府 网站标识码：3210230001 苏公网安备 32102302010144号',
  );
  expect(operator).toBe('青禾县人民政府');
  expect(evidence.map(({ kind, text }) => [kind, text])).toEqual([
    ['host', 'a.gov.cn'],
    ['site-code', '3210230001'],
    ['source', '青禾县政府办'],
    ['organiser', '青禾县人民政府'],
    ['police-record', '苏公网安备 32102302010144号'],
  ]);
});

import { expect, test } from 'vitest';
import { cardOf } from '../../../utils/clips/card';
import type { DateItem } from '../../../utils/digest/digest';
import { makeVersion } from './make-clip';

const date = (iso: string | null, basis: DateItem['basis']): DateItem => ({ text: '', iso, basis, mentions: [] });

const eventOf = (dates: DateItem[]) => {
  const version = makeVersion({});
  return cardOf({ ...version, digest: { ...version.digest, dates } }).event;
};

test('the event is the first date that comes to a day', () => {
  expect(eventOf([])).toBeNull();
  expect(eventOf([date('2012-05', 'stated'), date('2012-05-17', 'stated')])).toBe('2012-05-17');
  expect(eventOf([date('2012-05-17/2012-05-20', 'context')])).toBe('2012-05-17');
  expect(eventOf([date('2012-05-18', 'approximate'), date(null, 'impossible')])).toBeNull();
});

test('the agency is who issued the document, else the source', () => {
  const { article, ...version } = makeVersion({});
  const source = { value: '廣陵區', origin: 'dateline' } as const;
  expect(cardOf({ ...version, article })).toMatchObject({ agency: null, source: null, documentNumber: null });
  expect(cardOf({ ...version, article: { ...article, source } })).toMatchObject({ agency: '廣陵區', source: '廣陵區' });
  const document = { issuer: '藍灣市人民政府', documentNumber: '藍府〔2023〕18號' };
  expect(cardOf({ ...version, article: { ...article, source, document } })).toMatchObject({
    agency: '藍灣市人民政府',
    source: '廣陵區',
    documentNumber: '藍府〔2023〕18號',
  });
});

test('credits are not among the people, mentions not in the card', () => {
  const version = makeVersion({ people: ['徐德林', '王小明'] });
  version.digest.people[1]!.credit = true;
  expect(cardOf(version).people).toEqual([{ name: '徐德林', simplified: '徐德林', roles: [] }]);
});

test('length counts code points of the body', () => {
  expect(cardOf(makeVersion({ title: '標題', lines: ['𠮷野', '一'] })).length).toBe(3);
});

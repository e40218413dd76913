import { describe, expect, test } from 'vitest';
import type { Clip, ClipCard } from '../../../utils/clips/clip';
import { groupReposts } from '../../../utils/clips/reposts';
import { searchTextOf } from '../../../utils/clips/search-form';
import { sketchOf } from '../../../utils/clips/sketch';
import { makeClip } from './make-clip';

interface Sketched {
  clip: Clip;
  sketch: number[];
}

function clipOfLines(id: string, lines: readonly string[], card: Partial<ClipCard> = {}): Sketched {
  const clip = makeClip({ id, card: { ...card, length: lines.join('').length } });
  return { clip, sketch: sketchOf(searchTextOf('', lines)) };
}

const grouped = (clips: readonly Sketched[]): string[][] =>
  groupReposts(
    clips.map(({ clip }) => clip),
    new Map(clips.map(({ clip, sketch }) => [clip.id, sketch])),
  );

/** A paragraph that shares no 4-gram with that of another number. */
const paragraph = (number: number): string =>
  Array.from({ length: 200 }, (_, index) => String.fromCharCode(0x4e00 + number * 200 + index)).join('');
const paragraphs = (...numbers: number[]): string[] => numbers.map(paragraph);

describe('reposts', () => {
  test('are grouped with the article, the earliest first', () => {
    const clips = [
      clipOfLines('later', paragraphs(1, 2, 3), { published: '2012-05-20' }),
      clipOfLines('other', paragraphs(4, 5, 6), { published: '2012-05-01' }),
      clipOfLines('longer', paragraphs(1, 2, 3, 7), { published: '2012-05-19' }),
      clipOfLines('first', paragraphs(1, 2, 3), { published: '2012-05-17' }),
      clipOfLines('excerpt', paragraphs(1, 2), { published: '2012-06-01' }),
    ];
    expect(grouped(clips)).toEqual([['first', 'longer', 'later', 'excerpt']]);
  });

  test('are known in either script', () => {
    const lines = (text: string) => [text, text.split('').reverse().join('')];
    const traditional = clipOfLines(
      't',
      lines('陳鍇竑率隊專題調研文昌商圈建設工作並召開座談會趙長松居益芬徐德林等區領導陪同'),
    );
    const simplified = clipOfLines(
      's',
      lines('陈锴竑率队专题调研文昌商圈建设工作并召开座谈会赵长松居益芬徐德林等区领导陪同'),
    );
    expect(grouped([traditional, simplified])).toEqual([['t', 's']]);
  });

  test('a page without a date was published by the day it was saved', () => {
    const clips = [
      clipOfLines('dated', paragraphs(1, 2), { published: '2024-05-21' }),
      clipOfLines('undated', paragraphs(1, 2)),
    ];
    expect(grouped(clips)).toEqual([['undated', 'dated']]);
  });

  test('two articles are not one because a collection holds both', () => {
    const clips = [
      clipOfLines('a', paragraphs(1, 2, 3), { published: '2012-01-01' }),
      clipOfLines('b', paragraphs(4, 5, 6), { published: '2012-01-02' }),
      clipOfLines('both', paragraphs(1, 2, 3, 4, 5, 6), { published: '2012-01-03' }),
      clipOfLines('many', paragraphs(1, 4, 7, 8, 9, 10, 11), { published: '2012-01-04' }),
    ];
    const groups = grouped(clips);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toContain('both');
    expect(groups[0]).toHaveLength(2);
  });

  test('a clip without a sketch is no repost', () => {
    const [a, b] = [clipOfLines('a', paragraphs(1, 2)), clipOfLines('b', paragraphs(1, 2))];
    expect(groupReposts([a.clip, b.clip], new Map([['a', a.sketch]]))).toEqual([]);
  });

  test('a shared half is no repost, nor is a text too short to tell', () => {
    const clips = [
      clipOfLines('a', paragraphs(1, 2)),
      clipOfLines('b', paragraphs(1, 3)),
      clipOfLines('short', ['附件下载']),
      clipOfLines('as short', ['附件下载']),
    ];
    expect(grouped(clips)).toEqual([]);
  });

  test('hundreds of copies are one group, in the order of their time', () => {
    const lines = paragraphs(1, 2, 3);
    const { clip: sample, sketch } = clipOfLines('sample', lines);
    const copies = Array.from({ length: 300 }, (_, index) => {
      const createdAt = new Date(Date.UTC(2024, 0, 1, 0, index)).toISOString();
      return { clip: makeClip({ id: `${index}`, createdAt, card: sample.card }), sketch };
    });
    expect(grouped(copies.toReversed())).toEqual([copies.map(({ clip }) => clip.id)]);
  });
});

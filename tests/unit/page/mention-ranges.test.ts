import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { headlineAnchor, mentionRange } from '../../../utils/page/mention-ranges';

const unchanged = { shownOffset: (_: Text, offset: number) => offset };

function textNodes(html: string): Text[] {
  const { document } = new JSDOM(`<p>${html}</p>`).window;
  const walker = document.createTreeWalker(document.querySelector('p') as Element, 4);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

describe('the range of a mention', () => {
  test('runs over the nodes it stands in', () => {
    const [a, b] = textNodes('  區委書記陳<b>鍇竑率隊</b>');
    const anchor = {
      pieces: [
        { node: a as Text, nodeStart: 2, nodeEnd: 7, lineStart: 0 },
        { node: b as Text, nodeStart: 0, nodeEnd: 4, lineStart: 5 },
      ],
    };
    expect(String(mentionRange(anchor, [], { line: 0, start: 4, end: 7 }, unchanged))).toBe('陳鍇竑');
    expect(String(mentionRange(anchor, [], { line: 0, start: 0, end: 4 }, unchanged))).toBe('區委書記');
  });

  test('is found in the damaged text by its place in the repaired text', () => {
    const [node] = textNodes('廣陵區(qū)區(qū)委書記');
    const anchor = { pieces: [{ node: node as Text, nodeStart: 0, nodeEnd: 14, lineStart: 0 }] };
    const edit = { replacement: '', reason: 'annotation' as const };
    const edits = [
      { ...edit, start: 3, end: 7 },
      { ...edit, start: 8, end: 12 },
    ];
    expect(String(mentionRange(anchor, edits, { line: 0, start: 3, end: 5 }, unchanged))).toBe('區(qū)委');
  });

  test('is null when its text is gone', () => {
    const [node] = textNodes('陳鍇竑');
    const anchor = { pieces: [{ node: node as Text, nodeStart: 0, nodeEnd: 3, lineStart: 0 }] };
    (node as Text).remove();
    expect(mentionRange(anchor, [], { line: 0, start: 0, end: 3 }, unchanged)).toBeNull();
  });
});

describe('the anchor of a headline', () => {
  test('leaves out what its element shows around it', () => {
    const nodes = textNodes(' 陳鍇竑<i>調研</i>建設 [圖]');
    const anchor = headlineAnchor(nodes[0]?.parentElement as Element, '陳鍇竑調研建設');
    expect(
      anchor?.pieces.map(({ node, nodeStart, nodeEnd, lineStart }) => [
        nodes.indexOf(node),
        nodeStart,
        nodeEnd,
        lineStart,
      ]),
    ).toEqual([
      [0, 1, 4, 0],
      [1, 0, 2, 3],
      [2, 0, 2, 5],
    ]);
  });

  test('is null when the element shows another title', () => {
    expect(headlineAnchor(textNodes('別的標題')[0]?.parentElement as Element, '陳鍇竑調研')).toBeNull();
  });
});

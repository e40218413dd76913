import { expect, test } from 'vitest';
import { tagsOf } from '../../../utils/clips/tags';

test.each([
  ['', []],
  ['黨建', ['黨建']],
  ['黨建,商圈', ['黨建', '商圈']],
  ['黨建、商圈，待查；再看', ['黨建', '商圈', '待查', '再看']],
  [' 黨建 ,, 黨建、', ['黨建']],
  ['to  read', ['to read']],
  ['、，,', []],
])('the tags of %j are %j', (text, tags) => expect(tagsOf(text)).toEqual(tags));

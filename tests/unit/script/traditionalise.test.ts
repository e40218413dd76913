import { expect, test } from 'vitest';
import { loadTraditionaliser } from '../../../utils/script/traditionalise';

test.each([
  ['taiwan', '在市政府裡面為群眾說明'],
  ['hongkong', '在市政府裏面為羣眾説明'],
  ['opencc', '在市政府裏面爲羣衆說明'],
] as const)('the spelling of %s', async (variant, traditional) => {
  expect((await loadTraditionaliser(variant))('在市政府里面为群众说明')).toBe(traditional);
});

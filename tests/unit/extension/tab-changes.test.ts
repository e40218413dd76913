import { expect, test, vi } from 'vitest';
import { announceTabChange, onTabChange } from '../../../utils/extension/tab-changes';

test('a change of the tab is told, of another is not', async () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const stops = [onTabChange(1, first), onTabChange(2, second)];
  announceTabChange(2);
  await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(1));
  expect(first).not.toHaveBeenCalled();
  for (const stop of stops) stop();
});

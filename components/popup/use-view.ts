/** What is changed on the page: as it was read last, or as a switch has left it since. */
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../utils/page/page-reader';

export function useView(read: View): [View, (view: View) => void] {
  const [view, setView] = useState(read);
  useEffect(() => setView(read), [read]);
  return [view, setView];
}

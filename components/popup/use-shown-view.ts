/** What is changed on the page: as the switches have left it, until the page is read again. */
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../utils/page/page-reader';

export function useShownView(read: View) {
  const [view, setView] = useState(read);
  useEffect(() => setView(read), [read]);
  return [view, setView] as const;
}

/** Links to the sections; the one that is being read is marked. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { SECTIONS, type SectionName, sectionId } from './Section';

const NAMES = Object.keys(SECTIONS) as SectionName[];

/** What counts as being read stands in the upper part of the window. */
const READ_AREA = '0px 0px -60% 0px';

/** The first section that reaches into the upper part of the window. */
function useSectionInSight(): SectionName {
  const [inSight, setInSight] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) =>
        setInSight((before) => {
          const now = new Set(before);
          for (const { target, isIntersecting } of entries) isIntersecting ? now.add(target.id) : now.delete(target.id);
          return now;
        }),
      { rootMargin: READ_AREA },
    );
    for (const name of NAMES) {
      const section = document.getElementById(sectionId(name));
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, []);
  return NAMES.find((name) => inSight.has(sectionId(name))) ?? NAMES[0]!;
}

export function SectionNav() {
  const current = useSectionInSight();
  return (
    <nav class="sections" aria-label={t('settings_nav')}>
      <ul>
        {NAMES.map((name) => (
          <li key={name}>
            <a href={`#${sectionId(name)}`} aria-current={name === current ? 'true' : undefined}>
              {t(SECTIONS[name])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

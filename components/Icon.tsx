/** The handful of drawn signs the interface uses; all are decoration beside words, or named by their button. */
const PATHS = {
  library: 'M5 4h4v16H5zM11 4h4v16h-4zM16.4 5l3.4-.9L23 18.6l-3.4.9z',
  settings: 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1M15 5v4M9 10v4M17 15v4',
  panel: 'M4 5h16v14H4zM14 5v14',
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  star: 'M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" />
    </svg>
  );
}

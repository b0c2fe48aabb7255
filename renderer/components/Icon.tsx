/**
 * What do the small pictures look like? One line weight, drawn on a 20 by 20 grid, always beside words.
 */
import type { Room } from '../../shared/wording/rooms.ts';

export type IconName = Room | 'app' | 'start' | 'look' | 'out' | 'wrong' | 'file' | 'clip';

const drawings: Readonly<Record<IconName, string>> = {
  app: 'M10 2.5a7.5 7.5 0 1 1-7.500 7.500M10 10V2.500A7.500 7.500 0 0 0 2.500 10z',
  overview: 'M2.5 15.500 7 10.500l3.500 3L17.500 5M13 5h4.500v4.500',
  records: 'M4 2.500h12v15H4zM7 6.500h6M7 10h6M7 13.500h3.500',
  import: 'M10 2.500v9.500M6.500 8.500 10 12l3.500-3.500M3 13v4h14v-4',
  dates: 'M3 4.500h14v13H3zM3 8.500h14M7 2.500v4M13 2.500v4',
  todo: 'M3 5l1.500 1.500L7 3.500M3 10.500 4.500 12 7 9M3 16l1.500 1.500L7 14.500M10 5h7M10 10.500h7M10 16h7',
  about: 'M10 3a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7M3.500 17.500c0-3.500 2.500-5 6.500-5s6.500 1.500 6.500 5',
  sources: 'M3 17.500V8.500L10 3l7 5.500v9zM8 17.500v-5h4v5',
  summary: 'M3 17.500h14M5 17.500v-6M10 17.500V3.500M15 17.500V8',
  settings:
    'M3 6h6.500M13.500 6H17M3 14h2.500M9.500 14H17M11.500 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4M7.500 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4',
  start: 'M4 2.500h12v15H4zM10 7v6M7 10h6',
  look: 'M1.500 10S4.500 4.500 10 4.500 18.500 10 18.500 10 15.500 15.500 10 15.500 1.500 10 1.500 10zM10 7.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5',
  out: 'M8 4H4v12h12v-4M11 3.500h5.500V9M16.500 3.500 9 11',
  wrong: 'M10 2.500a7.500 7.500 0 1 1 0 15 7.500 7.500 0 0 1 0-15M10 6v5M10 13.500v.5',
  clip: 'M14.500 9.500 9.500 14.500a3 3 0 0 1-4.250-4.250L11.500 4a2 2 0 0 1 2.830 2.830L8.080 13.080a1 1 0 0 1-1.420-1.420L11.500 6.830',
  file: 'M5 2.500h6.500L15 6v11.500H5zM11.500 2.500V6H15',
};

/** Says nothing to a screen reader: the words beside it do. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}

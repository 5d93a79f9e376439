import './Icon.css';

/** Strokes on a grid of 20. */
const paths = {
  check: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  missed: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6.5v4M10 13.2v.3',
  left: 'M5 10h10',
  flag: 'M5 17V3.5h9.5l-2.2 3.5 2.2 3.5H5',
  strike:
    'M3.5 10h13M6.5 6.2C7 4.6 8.3 4 10 4c1.8 0 3 .8 3.4 2M6.5 13.5C6.9 15.2 8.2 16 10 16c2 0 3.5-1 3.5-2.8 0-.5-.1-.9-.3-1.2',
  undo: 'M4 8h8.5a4 4 0 0 1 0 8H8M7.5 4L4 8l3.5 4',
  up: 'M10 16V4M5 9l5-5 5 5',
  down: 'M10 4v12M5 11l5 5 5-5',
  plus: 'M10 4v12M4 10h12',
  menu: 'M5.5 8l4.5 4.5L14.5 8',
  out: 'M8 5H4.5v10.5H15V12M11 4h5v5M16 4l-7 7',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9.5v4M10 6.5v.3',
  warn: 'M10 3.5L17.5 16.5h-15zM10 8.5v4M10 14.5v.2',
  saved: 'M4 10.5l4 4 8-9M3 18h14',
  today: 'M3 9l7-6 7 6v8H3z',
  exam: 'M10 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM10 8v3l2 1.5M8 2.5h4',
  packs: 'M3 4h4v12H3zM8 4h4v12H8zM13.5 4.5l3.4-.8 2 11.6-3.4.8z',
  progress: 'M3 17h14M5 13l4-5 3 3 5-7',
  search: 'M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM12.5 12.5L17 17',
  author: 'M4 16l.8-3.6L13 4.2l2.8 2.8-8.2 8.2zM11.5 5.7l2.8 2.8',
  settings: 'M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM10 2v3M10 15v3M2 10h3M15 10h3',
} as const;

export type IconName = keyof typeof paths;

/** Always beside a word, or on something that has a name: never alone, never read. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

// Our own icons, 20 px, drawn with the text's colour. They repeat what a word beside them says.
const shapes = {
  inbox: <path d="M3 11h4l1.5 2.5h3L13 11h4M3 11l2.5-6h9L17 11v4.5H3z" />,
  start: <path d="M5 3h7l3 3v11H5zM10 8v6M7 11h6" />,
  cases: <path d="M3 5h5l1.5 2H17v9H3z" />,
  mails: <path d="M3 5h14v10H3zM3 5.5l7 5.5 7-5.5" />,
  operations: <path d="M2.5 10h3l2-5 4 10 2-5h4" />,
  more: <path d="M4 10h.01M10 10h.01M16 10h.01" stroke-width="2.6" />,
  search: <path d="M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM13 13l4 4" />,
  overdue: <path d="M10 3l7.5 13.5h-15zM10 8.5v3.5M10 14.2h.01" />,
  clock: <path d="M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4zM10 6v4.2l2.8 1.8" />,
  calendar: <path d="M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.4M13 3v3.4" />,
  check: <path d="M4 10.5l4 4 8-9" />,
  here: <path d="M10 4.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM10 8.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z" />,
  stop: <path d="M6.5 2.8h7l3.7 3.7v7l-3.7 3.7h-7l-3.7-3.7v-7zM10 6.5v4.5M10 13.4h.01" />,
  back: <path d="M8 5L3.5 9.5 8 14M4 9.5h8a4.5 4.5 0 0 1 0 7h-1" />,
  away: <path d="M5 5l10 10M15 5L5 15" />,
  refresh: <path d="M16 5v4h-4M15.7 9A6 6 0 1 0 16 12" />,
  person: <path d="M10 3.2a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8zM3.5 17c.6-3.4 3.2-5 6.5-5s5.900 1.600 6.500 5" />,
  down: <path d="M5 8l5 5 5-5" />,
  draft: <path d="M4 16l.8-3.300L13.500 4l2.500 2.500-8.700 8.700z" />,
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}

/** Lines on 20 × 20. */
const lines = {
  work: 'M4 5l1.5 1.5L8 4M4 11l1.5 1.5L8 10M11 5.5h6M11 11.5h6M4 16.5h13',
  bars: 'M3 17V9h3v8M8.5 17V4h3v13M14 17v-5h3v5',
  star: 'M10 3l2.1 4.6 4.9.5-3.7 3.3 1.1 4.9L10 13.8l-4.4 2.5 1.1-4.9L3 8.1l4.9-.5z',
  pencil: 'M4 16l.8-3.2L13.6 4 16 6.4l-8.8 8.8zM12 5.6L14.4 8',
  check: 'M10 3a7 7 0 100 14 7 7 0 000-14zM6.8 10.2L9 12.4l4.2-4.6',
  speech: 'M3 4h14v9H9l-4 3.5V13H3z',
  list: 'M4 5h.01M4 10h.01M4 15h.01M7.5 5H17M7.5 10H17M7.5 15H17',
  paper: 'M5 3h7l3 3v11H5zM12 3v3h3M7.5 10h5M7.5 13h5',
  flag: 'M5 17V3M5 4h10l-2 3 2 3H5',
  money: 'M3 6h14v9H3zM10 8.5a2 2 0 100 4 2 2 0 000-4z',
  grid: 'M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z',
  pin: 'M10 17s5-5 5-9a5 5 0 00-10 0c0 4 5 9 5 9zM10 6.5a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6z',
  rise: 'M3 14l4-4 3 3 7-7M12.5 6H17v4.5',
  person: 'M10 9.5a3 3 0 100-6 3 3 0 000 6zM4 17c.6-3.5 2.8-5 6-5s5.4 1.5 6 5',
  calendar: 'M3 5h14v12H3zM3 8.5h14M7 3v3M13 3v3',
  clock: 'M10 3a7 7 0 11-6.6 4.7M3 4v4h4M10 6.5V10l2.5 2',
  pulse: 'M2.5 10.5h4l2-5 3 9 2-4h4',
  download: 'M10 3v9M6.5 8.5L10 12l3.5-3.5M4 16h12',
  globe: 'M10 3a7 7 0 100 14 7 7 0 000-14zM3 10h14M10 3c4 4.5 4 9.5 0 14M10 3c-4 4.5-4 9.5 0 14',
  lens: 'M9 4a5 5 0 100 10A5 5 0 009 4zM12.7 12.7L17 17',
  compare: 'M4 17V6h4v11M12 17V3h4v14',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  fold: 'M12 5l-5 5 5 5',
}
export type IconName = keyof typeof lines

export function PlaceIcon({ name }: { name: IconName }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' || name === 'list' ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={lines[name]} />
    </svg>
  )
}

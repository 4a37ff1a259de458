import type { Fill } from './classes.ts'

/** The colour of each fill; what is hatched, crossed or dotted names its pattern. */
export const fillOf: Record<Fill, string> = {
  missed: '#bd434c',
  lost: 'url(#fill-lost)',
  regressing: 'url(#fill-regressing)',
  behind: '#eda877',
  needsAcceleration: 'url(#fill-needsAcceleration)',
  insufficientData: 'url(#fill-insufficientData)',
  noData: 'url(#fill-noData)',
  unreadTarget: 'url(#fill-unreadTarget)',
  notYetDue: 'url(#fill-notYetDue)',
  onTrack: '#cfdff2',
  achieved: '#6f9fd6',
  met: '#6f9fd6',
  noTarget: '#fff',
  'result-0': '#eef4fb',
  'result-1': '#c9dcf1',
  'result-2': '#8fb5df',
  'result-3': '#4d82c0',
  'result-4': '#1d4f91',
  'gap-0': '#fdf1e4',
  'gap-1': '#f8d3ac',
  'gap-2': '#ea9f66',
  'gap-3': '#c9632b',
  'gap-4': '#8f3506',
}

/** What a colour alone would not tell apart: its ground, its lines or dots, and how often they repeat. */
const patterns = [
  { id: 'lost', ground: '#f6d5d7', ink: '#a5121c', width: 7, path: 'M0 0l7 7M7 0l-7 7' },
  { id: 'regressing', ground: '#f6d5d7', ink: '#a5121c', width: 7, path: 'M-1 1l2-2M0 7l7-7M6 8l2-2' },
  { id: 'needsAcceleration', ground: '#fbeecd', ink: '#865400', width: 6, path: 'M0 3h6' },
  { id: 'insufficientData', ground: '#fff', ink: '#5b6675', width: 7, path: 'M2.4 3.5h2.2M3.5 2.4v2.2' },
  { id: 'noData', ground: '#fff', ink: '#aab3bf', width: 9, path: 'M-1 1l2-2M0 9l9-9M8 10l2-2' },
  { id: 'unreadTarget', ground: '#fff', ink: '#aab3bf', width: 8, path: 'M0 4h8M4 0v8' },
  { id: 'notYetDue', ground: '#fff', ink: '#aab3bf', width: 12, height: 6, path: 'M1 3h6' },
]

/** The patterns that `fillOf` names. Once in every picture. */
export function FillPatterns() {
  return (
    <defs>
      {patterns.map(({ id, ground, ink, width, height = width, path }) => (
        <pattern key={id} id={`fill-${id}`} width={width} height={height} patternUnits="userSpaceOnUse">
          <rect width={width} height={height} fill={ground} />
          <path d={path} fill="none" stroke={ink} strokeWidth="1.2" />
        </pattern>
      ))}
    </defs>
  )
}

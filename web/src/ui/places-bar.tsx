import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useMediaQuery } from '../lib/use-media-query.ts'
import { type IconName, PlaceIcon } from './place-icon.tsx'
import styles from './places-bar.module.css'

/** Somewhere to go from any page. */
export type Place = {
  path: string
  label: string
  icon: IconName
  /** How much waits there. */
  count?: number
  /** Further addresses that belong to it. */
  alsoAt?: readonly string[]
}

/** The places in their order: those of the role, those of another unit that is looked at, and what is seldom gone to. */
export type Places = {
  /** At most four, for a phone; the rest is one press away. */
  first: readonly Place[]
  groups: readonly { heading?: string; places: readonly Place[] }[]
  more: readonly Place[]
}

type PlacesBarProps = {
  places: Places
  pathname: string
  /** What every address takes along: the quarter. */
  search: Record<string, unknown>
  words: { name: string; more: string; fold: string; unfold: string; waiting: (count: number) => string }
}

/** Where the bars' own place in the document is, for the way there from the top of the page. */
export const placesId = 'cac-trang'

/** The places of whoever is here: at the side of a wide screen, at the foot of a small one. */
export function PlacesBar(props: PlacesBarProps) {
  const isWide = useMediaQuery('(width >= 62em)')
  const all = [...props.places.groups.flatMap(({ places }) => places), ...props.places.more]
  const here = placeAt(all, props.pathname)
  return isWide ? <SideBar {...props} here={here} /> : <BottomBar {...props} here={here} all={all} />
}

/** The place that a page belongs to: the one whose address is the longest beginning of it. */
function placeAt(places: readonly Place[], pathname: string): Place | undefined {
  const fit = ({ path, alsoAt = [] }: Place) =>
    Math.max(
      ...[path, ...alsoAt].map((one) =>
        pathname === one || pathname.startsWith(`${one}/`) ? one.length : 0,
      ),
    )
  return places
    .filter((place) => fit(place) > 0)
    .sort((one, other) => fit(other) - fit(one))
    .at(0)
}

type Shown = PlacesBarProps & { here: Place | undefined }

/** Below this the bar begins folded, as tables need the width. */
const roomy = '(width >= 78em)'

const foldedKey = 'moc57-side-bar-folded'

function SideBar({ places: { groups, more }, here, words, ...link }: Shown) {
  const [isFolded, setFoldedNow] = useState(() => {
    const stored = localStorage.getItem(foldedKey)
    return stored === null ? !matchMedia(roomy).matches : stored === 'true'
  })
  const setFolded = (folded: boolean) => {
    setFoldedNow(folded)
    localStorage.setItem(foldedKey, String(folded))
  }
  const item = (place: Place) => (
    <li key={place.path}>
      <PlaceLink
        place={place}
        here={here}
        words={words}
        title={isFolded ? place.label : undefined}
        {...link}
      />
    </li>
  )
  return (
    <nav
      id={placesId}
      className={`screen-only ${styles.side}`}
      aria-label={words.name}
      tabIndex={-1}
      data-folded={isFolded || undefined}
    >
      {groups.map(({ heading, places }) => (
        <div key={heading ?? places[0]?.path}>
          {heading && <p className={styles.heading}>{heading}</p>}
          <ul>{places.map(item)}</ul>
        </div>
      ))}
      {more.length > 0 && (
        <details open={more.some((place) => place === here)}>
          <summary className={styles.place} title={isFolded ? words.more : undefined}>
            <PlaceIcon name="more" />
            <span className={styles.label}>{words.more}</span>
          </summary>
          <ul>{more.map(item)}</ul>
        </details>
      )}
      <button
        type="button"
        className={`${styles.place} ${styles.fold}`}
        aria-expanded={!isFolded}
        title={isFolded ? words.unfold : undefined}
        onClick={() => setFolded(!isFolded)}
      >
        <PlaceIcon name="fold" />
        <span className={styles.label}>{isFolded ? words.unfold : words.fold}</span>
      </button>
    </nav>
  )
}

function BottomBar({
  places: { first, groups },
  all,
  here,
  words,
  ...link
}: Shown & { all: readonly Place[] }) {
  const panel = useRef<HTMLDivElement>(null)
  const item = (place: Place) => (
    <li key={place.path}>
      <PlaceLink
        place={place}
        here={here}
        words={words}
        onFollow={() => panel.current?.hidePopover()}
        {...link}
      />
    </li>
  )
  const rest = all.filter((place) => !first.includes(place))
  const headed = groups.filter(({ heading }) => heading)
  const other = headed.flatMap(({ places }) => places)
  return (
    <nav id={placesId} className={`screen-only ${styles.bottom}`} aria-label={words.name} tabIndex={-1}>
      <ul>
        {first.map(item)}
        {rest.length > 0 && (
          <li>
            <button
              type="button"
              className={styles.place}
              popoverTarget="cac-trang-khac"
              data-here={(here && rest.includes(here)) || undefined}
            >
              <PlaceIcon name="more" />
              <span className={styles.label}>{words.more}</span>
            </button>
          </li>
        )}
      </ul>
      <div ref={panel} id="cac-trang-khac" popover="auto" className={styles.panel}>
        <ul>{rest.filter((place) => !other.includes(place)).map(item)}</ul>
        {headed.map(({ heading, places }) => (
          <div key={heading}>
            <p className={styles.heading}>{heading}</p>
            <ul>{places.map(item)}</ul>
          </div>
        ))}
      </div>
    </nav>
  )
}

type PlaceLinkProps = Pick<Shown, 'here' | 'words' | 'pathname' | 'search'> & {
  place: Place
  title?: string | undefined
  onFollow?: () => void
}

function PlaceLink({ place, here, words, pathname, search, title, onFollow }: PlaceLinkProps) {
  const { path, label, icon, count = 0 } = place
  const current = place === here ? (pathname === path ? 'page' : 'true') : undefined
  return (
    <Link
      to={path}
      search={search as never}
      className={styles.place}
      activeOptions={{ exact: true, includeSearch: false }}
      aria-current={current}
      title={title}
      onClick={onFollow}
      preload={false}
    >
      <PlaceIcon name={icon} />
      <span className={styles.label}>{label}</span>
      {count > 0 && (
        <span className={styles.count}>
          {count}
          <span className="visually-hidden"> {words.waiting(count)}</span>
        </span>
      )}
    </Link>
  )
}

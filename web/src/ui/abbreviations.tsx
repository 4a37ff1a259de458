import { Fragment } from 'react'
import { abbreviationsIn, explainedParts } from '../lib/abbreviations.ts'
import styles from './abbreviations.module.css'

/** A text whose abbreviations tell their meaning to the pointer and to a screen reader. */
export function Explained({ text }: { text: string }) {
  let position = 0
  return explainedParts(text).map(({ text: part, meaning }) => {
    const key = position
    position += part.length
    return meaning ? (
      <abbr key={key} title={meaning} className={styles.abbreviation}>
        {part}
      </abbr>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    )
  })
}

/** What the abbreviations of a page mean, for touch, keyboard and paper, where nothing can be pointed at. */
export function AbbreviationList({ texts }: { texts: readonly string[] }) {
  const used = abbreviationsIn(texts)
  if (used.length === 0) return null
  return (
    <p className={styles.list}>
      Chữ viết tắt:{' '}
      {used.map(({ abbreviation, meaning }, index) => (
        <Fragment key={abbreviation}>
          {index > 0 && '; '}
          <b>{abbreviation}</b> là {meaning}
        </Fragment>
      ))}
      .
    </p>
  )
}

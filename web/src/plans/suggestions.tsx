/** What a field may be filled with; other words are as good. */
export function Suggestions({ id, options }: { id: string; options: readonly string[] }) {
  return (
    <datalist id={id}>
      {options.map((option) => (
        <option key={option} value={option} />
      ))}
    </datalist>
  )
}

/** The positions that leaders of a unit commonly have. */
export function PositionSuggestions({ id }: { id: string }) {
  return <Suggestions id={id} options={['Chủ tịch UBND', 'Phó Chủ tịch UBND', 'PCT UBND']} />
}

import { useStatusGuide } from '../../lib/status-guide.ts'

/** Opens the guide at its beginning. */
export function GuideButton() {
  const open = useStatusGuide()
  return (
    <button type="button" className="plain-button" aria-haspopup="dialog" onClick={() => open?.()}>
      Cách đánh giá
    </button>
  )
}

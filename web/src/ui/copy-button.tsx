import { useState } from 'react'

type CopyButtonProps = {
  /** What is copied, to be pasted into a letter or a chat. */
  text: string
  label: string
  /** What it is about, for those who do not see where the button stands. */
  about?: string
  className?: string
}

/**
 * Copies a ready text. Over plain http, as in a ward's own network, browsers lend no clipboard: the text then stands
 * open, to be copied by hand.
 */
export function CopyButton({ text, label, about, className = 'button' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>()
  const copy = async () => {
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setOutcome(isCopied ? 'copied' : 'refused')
  }
  return (
    <>
      <button type="button" className={className} onClick={copy}>
        {label}
        {about && <span className="visually-hidden"> {about}</span>}
      </button>{' '}
      <span role="status">
        {outcome === 'copied' && 'Đã chép.'}
        {outcome === 'refused' && 'Trình duyệt không cho chép tự động; hãy chọn đoạn sau rồi chép.'}
      </span>
      {outcome === 'refused' && <textarea readOnly aria-label={label} value={text} rows={5} />}
    </>
  )
}

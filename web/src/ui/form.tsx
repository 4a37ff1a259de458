import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { ApiError } from '../lib/api-client.ts'
import { Callout } from './callout.tsx'

/** What was typed, trimmed, by the names of the fields. */
export type FormFields = Record<string, string>
/** What is wrong, by the names of the fields. */
export type FormErrors = Record<string, string>

const Problems = createContext<{ found: FormErrors; error: Error | null }>({ found: {}, error: null })

export type FormProps = {
  /** Sends what was typed, or gives back what is wrong with it. */
  onSubmit: ((fields: FormFields) => FormErrors | undefined) | ((fields: FormFields) => void)
  /** What the server said: at its field where it names one, otherwise above the buttons. */
  error?: Error | null
  /** What is said at a field that has to be filled in and is not. */
  required?: FormErrors
  /** The first field has the focus; `button` where there is a quicker answer than typing. */
  takesFocus?: boolean | 'button'
  label?: string
  className?: string | undefined
  actions: ReactNode
  children: ReactNode
}

/** Fields and what to do with them: what is missing or wrong is told at its field, in our words, and nothing is lost. */
export function Form(props: FormProps) {
  const { onSubmit, error = null, required = {}, takesFocus, label, className, actions, children } = props
  const [found, setFound] = useState<FormErrors>({})
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!takesFocus) return
    const fields = takesFocus === 'button' ? '' : 'input, select, textarea, '
    form.current?.querySelector<HTMLElement>(`${fields}[type="submit"]`)?.focus()
  }, [takesFocus])
  // What the server said of fields that stand here is told there.
  const [told, setTold] = useState<readonly string[]>([])
  useLayoutEffect(() => {
    const names = [...(form.current?.elements ?? [])].map((control) => control.getAttribute('name') ?? '')
    setTold(names.filter((name) => fieldError(error, name)))
  }, [error])
  const handleSubmit = (element: HTMLFormElement) => {
    const fields: FormFields = {}
    for (const [name, value] of new FormData(element)) {
      const control = element.elements.namedItem(name)
      // Every sign of a password counts.
      const isSecret = control instanceof HTMLInputElement && control.type === 'password'
      fields[name] = isSecret ? String(value) : String(value).trim()
    }
    const missing = missingIn(element, fields, required)
    const wrong = Object.keys(missing).length > 0 ? missing : (onSubmit(fields) ?? {})
    setFound(wrong)
    const [first] = Object.keys(wrong)
    const field = first && element.elements.namedItem(first)
    if (field instanceof HTMLElement) field.focus()
  }
  return (
    <form
      ref={form}
      className={`stack ${className ?? ''}`}
      aria-label={label}
      // What is missing is told beside its field, in the words of the product and not in the browser's language.
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        handleSubmit(event.currentTarget)
      }}
    >
      <Problems value={{ found, error }}>{children}</Problems>
      <FormProblem error={error} except={told} />
      {actions}
    </form>
  )
}

/** What has to be filled in and is not, and what a field itself cannot read. */
function missingIn(form: HTMLFormElement, fields: FormFields, words: FormErrors): FormErrors {
  const missing: FormErrors = {}
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) continue
    const { name, required, validity, validationMessage } = control
    if (validity.customError) missing[name] = validationMessage
    else if (name in fields && fields[name] === '' && (required || name in words)) {
      missing[name] = words[name] ?? 'Hãy điền ô này.'
    }
  }
  return missing
}

/** What is wrong with a field of the form: found here, or said by the server. */
export function useFieldProblem(name: string | undefined): string | undefined {
  const { found, error } = useContext(Problems)
  // The interface names its fields in English; here the field itself tells which one is meant.
  return name === undefined
    ? undefined
    : (found[name] ?? fieldError(error, name)?.replace(/^Trường “\w+”: /, ''))
}

/** What the server said of one field. */
export function fieldError(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  return error.problem.errors?.find(({ pointer }) => pointer === `#/${field}`)?.detail
}

type FormProblemProps = {
  error: Error | null
  /** The fields at which it is told already. */
  except?: readonly string[]
}

/** What the server said to what was sent, apart from what is told at its field. */
export function FormProblem({ error, except = [] }: FormProblemProps) {
  const problem = error instanceof ApiError ? error.problem : undefined
  const details = problem?.errors?.filter(({ pointer }) => !except.includes(pointer.slice(2)))
  const isTold = error === null || details?.length === 0
  return (
    <div role="alert">
      {!isTold && (
        <Callout tone="alarm" title={problem?.title ?? 'Chưa làm được'}>
          {problem === undefined || problem.status === 0
            ? 'Chưa nhận được trả lời của máy chủ. Kiểm tra đường truyền rồi thử lại.'
            : (details?.map(({ detail }) => detail).join(' ') ?? problem.detail)}
        </Callout>
      )}
    </div>
  )
}

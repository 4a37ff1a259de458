import type { ComponentProps } from 'react'
import { useDocumentTitle } from '../../lib/use-document-title.ts'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'
import { factorWords } from './wording.ts'

/** At sign-in, for an account that may do nothing before it has a second factor. */
export function DueSecondFactor(props: ComponentProps<typeof SecondFactorSetUp>) {
  useDocumentTitle(factorWords.title)
  return (
    <div className="stack narrow">
      <h1>{factorWords.title}</h1>
      <p>{factorWords.due}</p>
      <SecondFactorSetUp {...props} />
    </div>
  )
}

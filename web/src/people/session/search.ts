import { codesOf, isOwnPath, usernameForm } from '@moc57/shared'
import { matching, oneOf, searchOf } from '../../lib/search-params.ts'
import { providerProblems } from './provider-problems.ts'

/**
 * `?ve=/don-vi/11443`: where to go after signing in; only a path of our own pages. `?loi=unknownAccount&ten=a.nguyen`:
 * why signing in by the provider came to nothing, and the name it gave.
 */
export const SignInSearch = searchOf({
  ve: (text: string) => (isOwnPath(text) ? text : undefined),
  loi: oneOf(codesOf(providerProblems)),
  ten: matching(usernameForm),
})

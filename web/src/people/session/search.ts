import { OwnPath, Username } from '@moc57/shared'
import { SignInProblem } from '@moc57/shared/api'
import { z } from 'zod'

/**
 * `?ve=/don-vi/11443`: where to go after signing in; only a path of our own pages. `?loi=unknownAccount&ten=a.nguyen`:
 * why signing in by the provider came to nothing, and the name it gave.
 */
export const SignInSearch = z.object({
  ve: OwnPath.optional().catch(undefined),
  loi: SignInProblem.optional().catch(undefined),
  ten: Username.optional().catch(undefined),
})

import { z } from 'zod'

/** `?ve=/don-vi/11443`: where to go after signing in; only a path of our own pages. */
export const SignInSearch = z.object({
  ve: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
})

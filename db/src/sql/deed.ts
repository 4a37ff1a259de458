/** Who does something, and when (ISO 8601). */
export type Deed = { by: string; at: string }

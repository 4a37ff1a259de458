/** Messages of the language that are made of names in the code, the same in Node and in browsers of its kind. */
const ofCode = [
  /^Cannot (read|set) properties of (undefined|null) \((reading|setting) '\w{1,60}'\)$/,
  /^[\w.$]{1,120} is not (a function|a constructor|defined|iterable)$/,
]

/** Whether the message of an error cannot hold what somebody has typed; any other may quote it. */
export function namesCodeAlone(message: string): boolean {
  return ofCode.some((pattern) => pattern.test(message))
}

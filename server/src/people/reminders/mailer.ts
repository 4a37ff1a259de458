import { createTransport } from 'nodemailer'

/** How letters go out: an SMTP address (`smtp://user:password@host:587`) and the sender. */
export type MailSettings = { smtpUrl: string; from: string }

export type Letter = { to: string; subject: string; text: string }

/** Hands a letter to the server; throws with its words when the server refuses or does not answer in time. */
export type SendLetter = (letter: Letter) => Promise<void>

/** Milliseconds: a mail server that does not answer must not hold up the letters to the others. */
const longestWait = '10000'

/** Letters through an SMTP server; its address may set limits of its own (`?greetingTimeout=30000`). */
export function smtpSender({ smtpUrl, from }: MailSettings): SendLetter {
  const url = new URL(smtpUrl)
  for (const limit of ['connectionTimeout', 'greetingTimeout', 'socketTimeout', 'dnsTimeout']) {
    if (!url.searchParams.has(limit)) url.searchParams.set(limit, longestWait)
  }
  const transport = createTransport(url.href)
  return async (letter) => {
    await transport.sendMail({ from, ...letter })
  }
}

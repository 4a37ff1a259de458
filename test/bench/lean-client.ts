import { once } from 'node:events'
import { connect } from 'node:net'

/**
 * Sends requests one after the other over one connection and waits for each answer: as little work as a client can
 * have, because what it takes counts against the server. Ends when they are used up or the time is.
 *
 * @param requests whole, as they go over the line
 * @returns how many were answered with 200
 */
export async function sendInTurn(
  address: string,
  requests: readonly Buffer[],
  until: number,
): Promise<number> {
  const { hostname, port } = new URL(address)
  let answered = 0
  let answer = ''
  let take = () => {}
  // Read into one buffer, without the stream that a program would have.
  const onread = {
    buffer: Buffer.alloc(64 * 1024),
    callback: (bytes: number, buffer: Uint8Array) => {
      answer += Buffer.from(buffer.buffer, buffer.byteOffset, bytes).toString('latin1')
      take()
      return true
    },
  }
  const socket = connect({ host: hostname, port: Number(port), noDelay: true, onread })
  await once(socket, 'connect')
  try {
    await new Promise<void>((resolve, reject) => {
      const sendNext = () => {
        const request = requests[answered]
        if (!request) reject(new Error('the requests were used up before the time was'))
        else socket.write(request)
      }
      take = () => {
        if (!isWhole(answer)) return
        const isSaved = answer.startsWith('HTTP/1.1 200')
        if (!isSaved) return reject(new Error(`a save was refused: ${answer.slice(0, 300)}`))
        answer = ''
        answered += 1
        if (performance.now() >= until) resolve()
        else sendNext()
      }
      socket.once('close', () => reject(new Error('the connection was closed')))
      sendNext()
    })
    return answered
  } finally {
    socket.destroy()
  }
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n')
  const length = head < 0 ? undefined : /\r\ncontent-length: (\d+)/i.exec(answer)?.[1]
  return length !== undefined && answer.length >= head + 4 + Number(length)
}

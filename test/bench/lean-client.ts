import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

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
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  try {
    for (const [index, request] of requests.entries()) {
      if (performance.now() >= until) return index
      const answer = await answerTo(socket, request)
      if (!answer.startsWith('HTTP/1.1 200')) throw new Error(`a save was refused: ${answer.slice(0, 300)}`)
    }
    throw new Error('the requests were used up before the time was')
  } finally {
    socket.destroy()
  }
}

function answerTo(socket: Socket, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const take = (chunk: Buffer) => {
      text += chunk.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      const length = head < 0 ? undefined : /\r\ncontent-length: (\d+)/i.exec(text)?.[1]
      if (length === undefined || text.length < head + 4 + Number(length)) return
      socket.off('data', take)
      socket.off('close', fail)
      resolve(text)
    }
    const fail = () => reject(new Error('the connection was closed'))
    socket.on('data', take)
    socket.on('close', fail)
    socket.write(request)
  })
}

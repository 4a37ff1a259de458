import { get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import fastify from 'fastify'
import { acceptEncoding } from './requests.ts'

/**
 * Answers every address with the bytes of another address, compressed as they came, from memory: the fastest that
 * Fastify can be here. Prints its own address.
 */
const [source = ''] = process.argv.slice(2)
const response = await new Promise<IncomingMessage>((resolve, reject) => {
  get(source, { headers: { 'accept-encoding': acceptEncoding } }, resolve).on('error', reject)
})
const body = await buffer(response)
const { 'content-type': type = 'application/json', 'content-encoding': encoding } = response.headers
const headers = { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) }

const app = fastify()
app.get('/*', (_request, reply) => reply.headers(headers).send(body))
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))

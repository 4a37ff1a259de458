import type { EvidenceStore } from '@moc57/db'
import type { Evidence } from '@moc57/shared'
import type { FastifyReply } from 'fastify'
import { mediaTypes } from './evidence-type.ts'

/** Sends a kept file as an attachment that no browser runs. */
export function sendEvidence(
  reply: FastifyReply,
  { name, type, size, sha256 }: Pick<Evidence, 'name' | 'type' | 'size' | 'sha256'>,
  store: EvidenceStore,
): FastifyReply {
  return reply
    .type(mediaTypes[type])
    .headers({
      'content-length': size,
      'content-disposition': attachmentNamed(name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    .send(store.read(sha256))
}

/** RFC 6266: a plain name for old programs, the whole one in UTF-8 for all others. */
function attachmentNamed(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\w.() -]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

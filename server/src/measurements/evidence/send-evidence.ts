import type { EvidenceStore } from '@moc57/db'
import type { Evidence } from '@moc57/shared'
import type { FastifyReply } from 'fastify'
import { attachmentNamed } from '../../http/files/send-as-file.ts'
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

import type { Deed, EvidenceStore } from '@moc57/db'
import { type Evidence, mostEvidenceBytes } from '@moc57/shared'
import type { FastifyRequest } from 'fastify'
import { inTurn } from '../../http/turns.ts'
import { readUpload } from '../../http/uploads/read-upload.ts'
import { evidenceTypeOf, withExtension } from './evidence-type.ts'

type StoredFile = Pick<Evidence, 'name' | 'type' | 'size' | 'sha256'> & Deed

/**
 * Reads the file of a request and stores it when its turn comes. Where there are as many as may be it is refused before
 * it is read, and again in its turn: others may have been stored meanwhile.
 */
export async function storeUpload<Recorded>(
  request: FastifyRequest,
  store: EvidenceStore,
  { refuseFull, record }: { refuseFull: () => void; record: (file: StoredFile) => Recorded },
): Promise<Recorded> {
  refuseFull()
  const { bytes, name } = await readUpload(request, mostEvidenceBytes)
  const type = evidenceTypeOf(bytes)
  return inTurn('storing', async () => {
    refuseFull()
    const sha256 = await store.keep(bytes)
    return record({ name: withExtension(name, type), type, size: bytes.length, sha256, ...request.deed })
  })
}

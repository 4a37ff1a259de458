import type { FastifyReply } from 'fastify'

/** The media types of the exports. */
export const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Lets the browser keep the answer as a file named of the parts that are there. */
export function sendAsFile(
  reply: FastifyReply,
  extension: keyof typeof fileTypes,
  nameParts: (string | null)[],
): void {
  const name = nameParts.filter(Boolean).join('-')
  reply
    .type(fileTypes[extension])
    .header('content-disposition', `attachment; filename="${name}.${extension}"`)
}

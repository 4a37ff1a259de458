import multipart from '@fastify/multipart'
import { normalizeText } from '@moc57/shared'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { badField, ProblemError } from '../problem.ts'

export type Upload = { bytes: Buffer; name: string; fields: Record<string, string> }

const longestField = 64 * 1024

/** Bytes of a request around its file: the fields, and the lines between them. */
const mostAround = 512 * 1024

/** Lets the routes of this plugin, and no others, take files; one that says it is too large is not read at all. */
export async function acceptUploads(app: FastifyInstance, mostBytes: number): Promise<void> {
  app.addHook('onRequest', ({ headers }, _reply, done) => {
    if (Number(headers['content-length']) > mostBytes + mostAround) throw tooLarge(mostBytes)
    done()
  })
  await app.register(multipart, {
    limits: { files: 1, fileSize: mostBytes, fields: 5, fieldSize: longestField, headerPairs: 50 },
  })
}

/** The one file of a request, whole, with the fields around it; refused as soon as it passes the limit. */
export async function readUpload(request: FastifyRequest, mostBytes: number): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new ProblemError({
      status: 415,
      title: 'Chưa có tệp',
      detail: 'Hãy gửi tệp dưới dạng multipart/form-data, trong trường “file”.',
    })
  }
  const fields: Record<string, string> = {}
  let file: { bytes: Buffer; name: string } | undefined
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { bytes: await part.toBuffer(), name: shownName(part.filename) }
      else fields[part.fieldname] = String(part.value)
    }
  } catch (error) {
    throw asProblem(error, mostBytes)
  }
  if (!file) throw badField('#/file', 'Chưa có tệp nào trong yêu cầu. Hãy chọn tệp rồi gửi lại.')
  if (file.bytes.length === 0) {
    throw new ProblemError({
      status: 422,
      title: 'Tệp trống',
      detail: `Tệp “${file.name}” không có nội dung (0 byte). Hãy lưu lại tệp rồi chọn lần nữa.`,
    })
  }
  return { ...file, fields }
}

const longestName = 120

/**
 * The name of a file as it is shown, stored and sent back: its last part alone, NFC, without control characters,
 * invisible marks that turn the reading order and what no system takes in a name; its extension survives shortening.
 */
function shownName(given: string | undefined): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? ''
  const safe = normalizeText(last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"|?*%]/gu, ' ')).replace(
    /^[.\s]+|[.\s]+$/g,
    '',
  )
  if (safe === '') return 'tep'
  if (safe.length <= longestName) return safe
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(safe)?.[0] ?? ''
  return `${[...safe]
    .slice(0, longestName - extension.length - 1)
    .join('')
    .trim()}…${extension}`
}

function tooLarge(mostBytes: number): ProblemError {
  return new ProblemError({
    status: 413,
    title: 'Tệp quá lớn',
    detail: `Tệp vượt quá ${mostBytes / 1024 / 1024} MB. Hãy làm tệp nhẹ đi rồi gửi lại; chưa có gì được ghi.`,
  })
}

/** What the multipart parser reports, in our words. */
function asProblem(error: unknown, mostBytes: number): unknown {
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge(mostBytes)
  if (code === 'FST_FILES_LIMIT') return badField('#/file', 'Mỗi lần chỉ gửi một tệp.')
  if (code === 'FST_FIELDS_LIMIT' || code === 'FST_PARTS_LIMIT')
    return badField('#', 'Yêu cầu có quá nhiều trường.')
  const isOfParser = code === undefined || code.startsWith('FST_') || (statusCode ?? 500) < 500
  return isOfParser
    ? badField(
        '#/file',
        'Không đọc được tệp gửi lên: đường truyền bị ngắt hoặc yêu cầu sai mẫu. Hãy gửi lại.',
      )
    : error
}

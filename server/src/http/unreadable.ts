import type { Socket } from 'node:net'
import type { Problem } from '@moc57/shared'
import type { ConnectionError } from 'fastify'

const problems: Record<string, Omit<Problem, 'type'> & { reason: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    title: 'Phần đầu yêu cầu quá lớn',
    detail: 'Phần đầu của yêu cầu quá lớn. Hãy xóa cookie của trang này trong trình duyệt rồi mở lại.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    title: 'Yêu cầu gửi quá chậm',
    detail: 'Máy chủ không nhận được trọn yêu cầu trong thời hạn; chưa có gì được ghi. Hãy gửi lại.',
  },
}

const malformed = {
  status: 400,
  reason: 'Bad Request',
  title: 'Yêu cầu chưa hợp lệ',
  detail: 'Máy chủ không đọc được yêu cầu này. Hãy kiểm tra chương trình đã gửi nó.',
}

/** The security headers of an answer that no plugin sees: it is shown nowhere and loads nothing. */
export const headersOfNoPage = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
}

/** Answers bytes that never become a request, and closes their connection: no plugin sees them. */
export function answerUnreadable(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const { reason, ...problem } = problems[error.code] ?? malformed
  const body = JSON.stringify({ type: 'about:blank', ...problem })
  const headers = Object.entries({
    ...headersOfNoPage,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  if (socket.writable) socket.write(`HTTP/1.1 ${problem.status} ${reason}\r\n${headers.join('')}\r\n${body}`)
  socket.destroySoon()
}

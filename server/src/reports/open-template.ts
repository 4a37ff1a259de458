import type { ReportContent } from '@moc57/shared'
import { ProblemError } from '../http/problem.ts'
import { inTurn } from '../http/turns.ts'
import { runInThread } from '../http/uploads/run-in-thread.ts'
import { startsWith, zipDirectory, zipSignature } from '../http/uploads/zip.ts'
import type { TemplateProblem } from './check-template.ts'
import type { TemplateToCheck } from './template-worker.ts'

/** Far more than a form with a coat of arms or two takes. */
export const mostTemplateBytes = 2 * 1024 * 1024
const mostUnpackedBytes = 20 * 1024 * 1024
const mostParts = 200
const mostProblemsTold = 20

/** Milliseconds that checking may take. */
const longestCheck = 10_000

/** Refuses a file that is no template, naming each place and part that is wrong. */
export async function refuseBadTemplate(bytes: Buffer, sample: ReportContent): Promise<void> {
  const directory = startsWith(bytes, zipSignature) ? zipDirectory(bytes) : undefined
  if (!directory?.names.includes('word/document.xml')) {
    throw new ProblemError({
      status: 415,
      title: 'Không phải tài liệu Word',
      detail:
        'Tệp không phải tài liệu Word .docx, hoặc có mật khẩu, hoặc bị hỏng. Hãy mở trong Word, chọn Lưu thành > Tài liệu Word (.docx) rồi gửi lại.',
    })
  }
  if (directory.unpackedBytes > mostUnpackedBytes || directory.names.length > mostParts) {
    throw refused([
      { at: 'file', detail: 'Tệp giải nén ra quá lớn (trên 20 MB). Hãy bỏ bớt hình rồi gửi lại.' },
    ])
  }
  const problems = await inTurn('costly', () =>
    runInThread<TemplateProblem[]>(
      new URL('./template-worker.ts', import.meta.url),
      { file: bytes, sample } satisfies TemplateToCheck,
      { longest: longestCheck, broken, tooSlow: broken },
    ),
  )
  if (problems.length > 0) throw refused(problems)
}

function refused(problems: readonly TemplateProblem[]): ProblemError {
  const [first] = problems
  return new ProblemError({
    status: 422,
    title: 'Mẫu chưa dùng được',
    detail:
      problems.length === 1 && first
        ? first.detail
        : `Mẫu có ${problems.length} chỗ chưa đúng; mẫu đang dùng vẫn giữ nguyên. ${first?.detail}`,
    errors: problems
      .slice(0, mostProblemsTold)
      .map(({ at, detail }) => ({ pointer: `#/${at.replaceAll('~', '~0').replaceAll('/', '~1')}`, detail })),
  })
}

function broken(): ProblemError {
  return refused([
    {
      at: 'file',
      detail: 'Không đọc được mẫu: tệp hỏng hoặc quá nặng. Hãy mở trong Word, lưu lại rồi gửi lại.',
    },
  ])
}

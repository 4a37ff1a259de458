import { type Evidence, type Quarter, quarterInText } from '@moc57/shared'
import type { Database as Sqlite } from 'better-sqlite3'
import { evidenceFolder, evidencePlace, evidenceStoreIn } from '../open/evidence-store.ts'

/** A file that a database names: evidence of a figure or, without a quarter, a product of a task. */
export type NamedFile = Pick<Evidence, 'sha256' | 'name'> & {
  unitCode: string
  /** Of the indicator or of the task. */
  number: number
  period: Quarter | null
}

/** Where files are named, oldest table first; a database of an earlier version may lack them. What was erased is not looked for. */
const namings = {
  evidence:
    'SELECT sha256, name, unit_code AS unitCode, indicator_number AS number, period, id FROM evidence',
  task_documents:
    'SELECT sha256, name, unit_code AS unitCode, task_number AS number, NULL AS period, id FROM task_documents',
}

/** The files that a database names, each once. */
export function namedFiles(sqlite: Sqlite): NamedFile[] {
  const exists = sqlite.prepare<[string]>('SELECT 1 FROM sqlite_schema WHERE name = ?')
  const files = Object.entries(namings)
    .filter(([table]) => exists.get(table))
    .flatMap(([table, naming]) => {
      const erased =
        table === 'evidence' && exists.get('evidence_erasures')
          ? 'WHERE id NOT IN (SELECT evidence_id FROM evidence_erasures)'
          : ''
      return sqlite.prepare<[], NamedFile & { id: number }>(`${naming} ${erased} ORDER BY id`).all()
    })
  const known = new Set<string>()
  return files.flatMap(({ id: _, ...file }) => {
    if (known.has(file.sha256)) return []
    known.add(file.sha256)
    return [file]
  })
}

/** Those of the files that lie whole in none of the folders. */
export async function missingFiles(files: readonly NamedFile[], ...folders: string[]): Promise<NamedFile[]> {
  const missing: NamedFile[] = []
  for (const file of files) {
    const found = await Promise.all(folders.map((folder) => evidenceStoreIn(folder).readWhole(file.sha256)))
    if (!found.some((bytes) => bytes)) missing.push(file)
  }
  return missing
}

/**
 * Copies the files that are not there yet, each whole or not at all; those that are missing are left out.
 *
 * @param alike a folder on the disk of `to` with copies that may be shared instead: a file in a store never changes
 */
export async function copyFiles(
  files: readonly NamedFile[],
  from: string,
  to: string,
  alike?: string,
): Promise<void> {
  const [source, target] = [evidenceStoreIn(from), evidenceStoreIn(to)]
  for (const { sha256 } of files) {
    if (alike && (await target.share(sha256, alike))) continue
    const bytes = await source.readWhole(sha256)
    if (bytes) await target.keep(bytes)
  }
}

const mostTold = 10

/** Evidence that a backup should hold and that is missing or damaged, in words that say what to do. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError'

  constructor(missing: readonly NamedFile[], databaseFile: string) {
    const told = missing.slice(0, mostTold).map((file) => `  ${inWords(file, databaseFile)}`)
    const rest = missing.length > mostTold ? [`  … và ${missing.length - mostTold} tệp khác`] : []
    super(
      [
        `Thiếu hoặc hỏng ${missing.length} tệp minh chứng cạnh ${databaseFile}:`,
        ...told,
        ...rest,
        'Chưa có gì được ghi hay thay đổi. Hãy chép các tệp đó từ thư mục -evidence của một bản sao lưu khác về đúng chỗ,',
        'giữ nguyên tên, rồi chạy lại; nếu không còn ở đâu nữa, thêm -- --thieu-minh-chung để chấp nhận thiếu.',
      ].join('\n'),
    )
  }
}

function inWords({ name, unitCode, number, period, sha256 }: NamedFile, databaseFile: string): string {
  const place = evidencePlace(evidenceFolder(databaseFile), sha256)
  const subject = period ? `chỉ tiêu ${number}, ${quarterInText(period)}` : `sản phẩm nhiệm vụ ${number}`
  return `“${name}”, đơn vị ${unitCode}, ${subject}: ${place}`
}

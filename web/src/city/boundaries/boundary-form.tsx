import { formatMoment, mostBoundaryBytes, type Output, type Problem, unitTitle } from '@moc57/shared'
import type { readBoundaries } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError } from '../../lib/api-client.ts'
import { upload } from '../../lib/upload.ts'
import { Callout } from '../../ui/callout.tsx'
import { FileField } from '../../ui/file-field.tsx'

type Boundaries = Output<typeof readBoundaries>

type BoundaryFormProps = { boundaries: Boundaries; onReplaced: (boundaries: Boundaries) => void }

type Sending = { name: string; share: number | null; problem: Problem | null }

/** What map is in force, and where the administrator gives another. */
export function BoundaryForm({ boundaries, onReplaced }: BoundaryFormProps) {
  const [sending, setSending] = useState<Sending>()
  const isBusy = sending !== undefined && sending.problem === null

  const send = async (file: File) => {
    const { name } = file
    const refuse = (problem: Problem) => setSending({ name, share: null, problem })
    if (file.size > mostBoundaryBytes) return refuse(tooLarge)
    const onProgress = (share: number) => setSending({ name, share, problem: null })
    onProgress(0)
    try {
      onReplaced(await upload('POST /api/boundaries', { params: {}, file, name, onProgress }))
      setSending(undefined)
    } catch (error) {
      refuse(error instanceof ApiError ? error.problem : unreadableFile)
    }
  }

  return (
    <div className="stack">
      <h1>Bản đồ đơn vị</h1>
      <div role="status" className="stack">
        <InForce boundaries={boundaries} />
      </div>
      {boundaries.source !== 'environment' && (
        <FileField
          label={boundaries.source ? 'Thay bằng tệp khác' : 'Chọn tệp ranh giới'}
          accept=".geojson,.topojson,.json"
          hint={`GeoJSON hoặc TopoJSON, tối đa ${mostBoundaryBytes / 1024 / 1024} MB, kinh độ và vĩ độ (WGS 84), có một thuộc tính là mã đơn vị 5 chữ số.`}
          isBusy={isBusy}
          onChoose={([file]) => file && send(file)}
        />
      )}
      <div role="status">
        {isBusy && (
          <p>
            Đang {sending.share === 1 ? 'đọc và kiểm tra' : 'gửi'} “{sending.name}”…{' '}
            <progress
              aria-label={`Gửi tệp ${sending.name}`}
              value={sending.share === 1 ? undefined : (sending.share ?? 0)}
              max={1}
            />
          </p>
        )}
      </div>
      {sending?.problem && <Refused name={sending.name} problem={sending.problem} />}
      <section className="soft">
        <h2>Lấy tệp ở đâu</h2>
        <p>
          Tệp ranh giới do đơn vị vận hành cung cấp, ví dụ từ Sở Nông nghiệp và Môi trường; phần mềm không kèm
          bản đồ nào. Tệp Shapefile hay KML: mở bằng QGIS, chọn Export &gt; Save Features As, định dạng
          GeoJSON, hệ tọa độ EPSG:4326. Đường ranh giới được đơn giản hóa để vẽ; tệp cũ vẫn nằm trong cơ sở dữ
          liệu.
        </p>
      </section>
    </div>
  )
}

function InForce({ boundaries }: { boundaries: Boundaries }) {
  const { source, name, at, problem, drawing, missing, unknownCodes, codeProperty } = boundaries
  if (source === null) {
    return <p>Chưa có tệp ranh giới. Trang bản đồ đang hiện danh sách đơn vị thay cho bản đồ.</p>
  }
  return (
    <>
      <p>
        Đang dùng tệp <b>{name}</b>
        {at && `, tải lên lúc ${formatMoment(at)}`}
        {source === 'environment' && ' (đặt bằng biến BOUNDARIES_PATH; thay tệp đó rồi khởi động lại để đổi)'}
        .
        {drawing && (
          <>
            {' '}
            Vẽ được {drawing.shapes.length} đơn vị theo thuộc tính mã “{codeProperty}”.{' '}
            <Link to="/thanh-pho/ban-do">Xem bản đồ</Link>
          </>
        )}
      </p>
      {problem && (
        <p className="alarm" role="alert">
          {problem}
        </p>
      )}
      {missing.length > 0 && (
        <p>
          <b>Thiếu {missing.length} đơn vị:</b>{' '}
          {missing.map((unit) => `${unitTitle(unit)} (${unit.code})`).join(', ')}.
        </p>
      )}
      {unknownCodes.length > 0 && (
        <p>
          <b>{unknownCodes.length} hình có mã không thuộc đơn vị nào, đã bỏ qua:</b>{' '}
          {unknownCodes.map((code) => code || '(trống)').join(', ')}.
        </p>
      )}
    </>
  )
}

function Refused({ name, problem }: { name: string; problem: Problem }) {
  const { title, detail, errors = [] } = problem
  return (
    <Callout tone="alarm" title={`${title}: ${name}`} isAlert>
      <p>{detail}</p>
      {errors.length > 1 && (
        <ul>
          {errors.map(({ pointer, detail }) => (
            <li key={pointer}>{detail}</li>
          ))}
        </ul>
      )}
      <p>Bản đồ đang dùng không thay đổi.</p>
    </Callout>
  )
}

const tooLarge: Problem = {
  type: 'about:blank',
  status: 413,
  title: 'Tệp quá lớn',
  detail: `Tệp vượt quá ${mostBoundaryBytes / 1024 / 1024} MB. Hãy đơn giản hóa đường ranh giới (QGIS: Simplify) rồi chọn lại.`,
}

const unreadableFile: Problem = {
  type: 'about:blank',
  status: 422,
  title: 'Không đọc được tệp',
  detail: 'Trình duyệt không đọc được tệp này. Hãy đóng chương trình đang mở tệp rồi chọn lại.',
}

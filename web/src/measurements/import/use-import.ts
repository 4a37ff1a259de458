import { type ImportAnswers, mostImportBytes, type Output, type Quarter } from '@moc57/shared'
import type { confirmImport, previewImport } from '@moc57/shared/api'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiError } from '../../lib/api-client.ts'
import { upload } from '../../lib/upload.ts'

export type Preview = Output<typeof previewImport>
export type Written = Output<typeof confirmImport>
/** What the reader was told to take where the file leaves it open. */
export type Picked = { sheet?: string; valueColumn?: string; answers?: ImportAnswers }

export type ImportState =
  | { step: 'choose' }
  | { step: 'reading'; name: string; share: number }
  | { step: 'refused'; name: string; error: Error; canRetry: boolean }
  | { step: 'preview'; preview: Preview; error: Error | null; isWriting: boolean }
  | { step: 'written'; written: Written; name: string }

/** Where a file goes: to a unit's quarter, or with `null` to that of every unit it names. */
export type ImportPlace = { unitCode: string | null; period: Quarter }

function callsOf({ unitCode, period }: ImportPlace) {
  return unitCode === null
    ? ({
        preview: 'POST /api/imports/:period',
        confirm: 'POST /api/imports/:period/confirm',
        params: { period },
      } as const)
    : ({
        preview: 'POST /api/units/:unitCode/entries/:period/import',
        confirm: 'POST /api/units/:unitCode/entries/:period/import/confirm',
        params: { unitCode, period },
      } as const)
}

type Chosen = { file: Blob; name: string; picked: Picked }

/** The way of a file: chosen, sent and read, previewed, written. Nothing is written before `write`. */
export function useImport(place: ImportPlace) {
  const queryClient = useQueryClient()
  const [state, setState] = useState<ImportState>({ step: 'choose' })
  const chosen = useRef<Chosen | undefined>(undefined)
  const { params, ...calls } = callsOf(place)

  const read = async (given: Chosen) => {
    chosen.current = given
    const { file, name, picked } = given
    const isCurrent = () => chosen.current === given
    const onProgress = (share: number) => isCurrent() && setState({ step: 'reading', name, share })
    onProgress(0)
    try {
      const fields = fieldsOf(picked)
      const preview = await upload(calls.preview, { params, file, name, fields, onProgress })
      if (isCurrent()) setState({ step: 'preview', preview, error: null, isWriting: false })
    } catch (error) {
      if (isCurrent()) setState({ step: 'refused', name, error: error as Error, canRetry: isOfLine(error) })
    }
  }

  const choose = async (file: File) => {
    const { name } = file
    if (file.size > mostImportBytes) {
      setState({ step: 'refused', name, error: new ApiError(tooLarge), canRetry: false })
      return
    }
    try {
      // In memory from here on: the preview and the writing see the same bytes, whatever Excel saves meanwhile.
      const bytes = await file.arrayBuffer()
      await read({ file: new Blob([bytes]), name, picked: {} })
    } catch {
      setState({ step: 'refused', name, error: new ApiError(unreadableFile), canRetry: false })
    }
  }

  const write = async (preview: Preview) => {
    if (!chosen.current) return
    const { file, name, picked } = chosen.current
    setState({ step: 'preview', preview, error: null, isWriting: true })
    try {
      const fields = { ...fieldsOf(picked), token: preview.token }
      const written = await upload(calls.confirm, { params, file, name, fields })
      setState({ step: 'written', written, name })
      void queryClient.invalidateQueries({ queryKey: ['units', ...(place.unitCode ? [place.unitCode] : [])] })
    } catch (error) {
      setState({ step: 'preview', preview, error: error as Error, isWriting: false })
    }
  }

  return {
    state,
    choose,
    write,
    /** Another sheet or column has other rows: what was answered before is not of them. */
    pick: ({ answers, ...picked }: Picked) =>
      chosen.current &&
      read({ ...chosen.current, picked: { ...chosen.current.picked, ...picked, answers: answers ?? {} } }),
    /** The indicators that rows mean, by row of the sheet; `null` takes an answer back. */
    answer: (given: Record<string, number | null>) => {
      if (!chosen.current) return
      const merged = Object.entries({ ...chosen.current.picked.answers, ...given })
      const answers = Object.fromEntries(
        merged.filter((entry): entry is [string, number] => entry[1] !== null),
      )
      void read({ ...chosen.current, picked: { ...chosen.current.picked, answers } })
    },
    readAgain: () => chosen.current && read({ ...chosen.current }),
    startOver: () => {
      chosen.current = undefined
      setState({ step: 'choose' })
    },
  }
}

function fieldsOf({ answers = {}, ...picked }: Picked): Record<string, string> {
  return Object.keys(answers).length > 0 ? { ...picked, answers: JSON.stringify(answers) } : picked
}

function isOfLine(error: unknown): boolean {
  return error instanceof ApiError && (error.problem.status === 0 || error.problem.status >= 500)
}

const tooLarge = {
  type: 'about:blank',
  status: 413,
  title: 'Tệp quá lớn',
  detail: `Tệp vượt quá ${mostImportBytes / 1024 / 1024} MB. Hãy bỏ bớt trang tính, ảnh rồi chọn lại.`,
}

const unreadableFile = {
  type: 'about:blank',
  status: 422,
  title: 'Không đọc được tệp',
  detail: 'Trình duyệt không đọc được tệp này, có thể vì Excel đang lưu. Hãy đóng tệp rồi chọn lại.',
}

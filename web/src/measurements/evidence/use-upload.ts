import { type FigureKey, mostEvidenceBytes } from '@moc57/shared'
import { type MutationState, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-client.ts'
import { upload } from '../../lib/upload.ts'
import { figureParams } from './queries.ts'

/** A file in memory: what is sent is what was chosen, whatever becomes of it on the disk. */
type Chosen = { name: string; size: number; file: Blob | null }

/** A file on its way. `waiting`: behind another one, or for the line; it goes out by itself. */
export type Sending = {
  id: number
  name: string
  size: number
  state: 'sending' | 'waiting' | 'away' | 'refused'
  /** From 0 to 1; undefined where it is not known. */
  share: number | undefined
  error: Error | null
  /** Sends a refused one again. */
  retry: () => void
  /** Takes it off the list. */
  drop: () => void
}

type UploadState = MutationState<unknown, Error, Chosen>

const longestPause = 30_000
const uploadKey = ({ unitCode, number, period }: FigureKey) => ['evidence', unitCode, number, period]

/**
 * Sends the files of a figure one after the other. They outlive the dialog: without a line they wait and go out when
 * it is back, as long as the page stays open.
 */
export function useUpload(figure: FigureKey) {
  const queryClient = useQueryClient()
  const mutationKey = uploadKey(figure)
  const [shares, setShares] = useState<ReadonlyMap<Chosen, number>>(new Map())
  const { mutate } = useMutation({
    mutationKey,
    scope: { id: 'evidence' },
    retry: (_, error) => isAway(error),
    retryDelay: (failures) => Math.min(3_000 * 2 ** failures, longestPause),
    mutationFn: (chosen: Chosen) => {
      const { file, name, size } = chosen
      if (!file) throw new ApiError(size > mostEvidenceBytes ? tooLarge : unreadableFile)
      const onProgress = (share: number) => setShares((known) => new Map(known).set(chosen, share))
      return upload('POST /api/units/:unitCode/indicators/:number/measurements/:period/evidence', {
        params: figureParams(figure),
        file,
        name,
        onProgress,
      })
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['units', figure.unitCode, 'entries'] }),
  })

  const cache = queryClient.getMutationCache()
  const mutations = useMutationState({
    filters: { mutationKey, predicate: ({ state }) => state.status !== 'success' },
    select: (mutation) => ({ mutation, state: mutation.state as UploadState }),
  })
  const sendings = mutations.map(({ mutation, state }): Sending => {
    const chosen = state.variables as Chosen
    const drop = () => cache.remove(mutation)
    return {
      id: mutation.mutationId,
      name: chosen.name,
      size: chosen.size,
      state: stateOf(state),
      share: shares.get(chosen),
      error: state.error,
      retry: () => {
        drop()
        mutate(chosen)
      },
      drop,
    }
  })

  const choose = async (files: readonly File[]) => {
    for (const file of files) {
      const { name, size } = file
      const bytes = size > mostEvidenceBytes ? null : await file.arrayBuffer().catch(() => null)
      mutate({ name, size, file: bytes && new Blob([bytes]) })
    }
  }
  return { sendings, choose }
}

/** How many files of the program are still in this browser alone. */
export function useUnsentFiles(): number {
  return useMutationState({
    filters: { mutationKey: ['evidence'], status: 'pending' },
    select: ({ mutationId }) => mutationId,
  }).length
}

function stateOf({ status, isPaused, failureCount }: UploadState): Sending['state'] {
  if (status === 'error') return 'refused'
  if (failureCount > 0 || !navigator.onLine) return 'away'
  return isPaused ? 'waiting' : 'sending'
}

function isAway(error: Error): boolean {
  return error instanceof ApiError && error.problem.status === 0
}

const tooLarge = {
  type: 'about:blank',
  status: 413,
  title: 'Tệp quá lớn',
  detail: `Mỗi tệp tối đa ${mostEvidenceBytes / 1024 / 1024} MB. Hãy giảm độ phân giải bản quét, hoặc tách thành nhiều tệp.`,
}

const unreadableFile = {
  type: 'about:blank',
  status: 422,
  title: 'Không đọc được tệp',
  detail:
    'Trình duyệt không đọc được tệp này, có thể vì chương trình khác đang lưu. Hãy đóng tệp rồi chọn lại.',
}

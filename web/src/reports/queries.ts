import {
  type Output,
  type ReportPeriod,
  type ReportSection,
  type ReportSettings,
  reportKind,
} from '@moc57/shared'
import type { readReportDesk, readReportTemplate } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../lib/api-client.ts'
import { upload } from '../lib/upload.ts'
import { readFile } from './read-file.ts'

/** A report of a unit to one of its addressees, seen by one account. */
export type ReportPlace = { unitCode: string; period: ReportPeriod; addressee: number; username: string }

export type Desk = Output<typeof readReportDesk>
export type Template = Output<typeof readReportTemplate>

/** "entries" in a key drops the answer when another account signs in. */
const keyOf = (unitCode: string) => ['units', unitCode, 'entries', 'reports']

export function deskQuery({ unitCode, period, addressee, username }: ReportPlace) {
  return queryOptions({
    queryKey: [...keyOf(unitCode), period, addressee, username],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/reports/:period',
        { params: { unitCode, period }, query: { addressee } },
        signal,
      ),
    staleTime: 15_000,
  })
}

export function madeReportQuery({ unitCode, period, username }: ReportPlace, id: string) {
  return queryOptions({
    queryKey: [...keyOf(unitCode), period, username, 'made', id],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/reports/:period/made/:id',
        { params: { unitCode, period, id }, query: {} },
        signal,
      ),
    // What was made does not change.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/**
 * A Word file of the unit.
 *
 * @param content what it is drawn from: with another content it is another file
 */
export function fileQuery({ unitCode, username }: ReportPlace, path: string, content: unknown) {
  return queryOptions({
    queryKey: [...keyOf(unitCode), 'file', username, path, content],
    queryFn: ({ signal }) => readFile(path, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
}

export function templateQuery({ unitCode, username }: ReportPlace) {
  return queryOptions({
    queryKey: [...keyOf(unitCode), 'template', username],
    queryFn: ({ signal }) =>
      call('GET /api/units/:unitCode/report-template', { params: { unitCode } }, signal),
    staleTime: 60_000,
  })
}

/** Without a line a change fails at once, so that nothing is made or overwritten unseen later. */
const atOnce = { networkMode: 'always' } as const

function useReadAgain(unitCode: string) {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: keyOf(unitCode) })
}

export function useMakeReport({ unitCode, period, addressee }: ReportPlace) {
  const readAgain = useReadAgain(unitCode)
  return useMutation({
    ...atOnce,
    mutationFn: (figures: 'kept' | 'today') =>
      call('POST /api/units/:unitCode/reports/:period', {
        params: { unitCode, period },
        body: { figures, addressee },
      }),
    onSettled: readAgain,
  })
}

/**
 * Saves a section. What was saved stands on the page at once; the rest is read again when the writer pauses, and after
 * a refusal, which tells of news.
 */
export function useWriteSection(place: ReportPlace, section: ReportSection) {
  const { unitCode, period } = place
  const queryClient = useQueryClient()
  const readAgain = useReadAgain(unitCode)
  const write = useMutation({
    ...atOnce,
    mutationFn: (body: { text: string; revision: number }) =>
      call('PUT /api/units/:unitCode/reports/:period/sections/:section', {
        params: { unitCode, period, section },
        body,
      }),
    onSuccess: ({ notice: _, ...written }) => {
      queryClient.setQueryData(
        deskQuery(place).queryKey,
        (desk) =>
          desk && {
            ...desk,
            sections: desk.sections.map((one) => (one.section === section ? written : one)),
          },
      )
    },
    onError: readAgain,
  })
  return { write, readAgain }
}

export function useWriteSettings({ unitCode, period, addressee }: ReportPlace) {
  const readAgain = useReadAgain(unitCode)
  return useMutation({
    ...atOnce,
    mutationFn: (body: { settings: ReportSettings; revision: number }) =>
      call('PUT /api/units/:unitCode/report-settings', {
        params: { unitCode },
        body: { ...body, kind: reportKind(period), addressee },
      }),
    onSettled: readAgain,
  })
}

/** Gives the unit a template of its own, or with `null` puts the product's own back. */
export function useChangeTemplate({ unitCode }: ReportPlace) {
  const readAgain = useReadAgain(unitCode)
  return useMutation({
    ...atOnce,
    mutationFn: ({ file, revision }: { file: File | null; revision: number }): Promise<Template> =>
      file
        ? upload('POST /api/units/:unitCode/report-template', {
            params: { unitCode },
            file,
            name: file.name,
            fields: { revision: String(revision) },
          })
        : call('DELETE /api/units/:unitCode/report-template', { params: { unitCode }, body: { revision } }),
    onSettled: readAgain,
  })
}

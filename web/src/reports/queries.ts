import type { Output, ReportPeriod, ReportSection, ReportSettings } from '@moc57/shared'
import {
  makeReport,
  readReport,
  readReportDesk,
  writeReportSection,
  writeReportSettings,
} from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../lib/api-client.ts'

/** A report of a unit, seen by one account. */
export type ReportPlace = { unitCode: string; period: ReportPeriod; username: string }

export type Desk = Output<typeof readReportDesk>

/** "entries" in a key drops the answer when another account signs in. */
const keyOf = (unitCode: string) => ['units', unitCode, 'entries', 'reports']

export function deskQuery({ unitCode, period, username }: ReportPlace) {
  return queryOptions({
    queryKey: [...keyOf(unitCode), period, username],
    queryFn: ({ signal }) => call(readReportDesk, { params: { unitCode, period }, query: {} }, signal),
    staleTime: 15_000,
  })
}

export function madeReportQuery({ unitCode, period, username }: ReportPlace, id: string) {
  return queryOptions({
    queryKey: [...keyOf(unitCode), period, username, id],
    queryFn: ({ signal }) => call(readReport, { params: { unitCode, period, id }, query: {} }, signal),
    // What was made does not change.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Without a line a change fails at once, so that nothing is made or overwritten unseen later. */
const atOnce = { networkMode: 'always' } as const

function useReadAgain(unitCode: string) {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: keyOf(unitCode) })
}

export function useMakeReport({ unitCode, period }: ReportPlace) {
  const readAgain = useReadAgain(unitCode)
  return useMutation({
    ...atOnce,
    mutationFn: (figures: 'kept' | 'today') =>
      call(makeReport, { params: { unitCode, period }, body: { figures } }),
    onSettled: readAgain,
  })
}

/** A refusal tells of news, so the desk is read again whatever comes of it. */
export function useWriteSection({ unitCode, period }: ReportPlace, section: ReportSection) {
  const readAgain = useReadAgain(unitCode)
  return useMutation({
    ...atOnce,
    mutationFn: (body: { text: string; revision: number }) =>
      call(writeReportSection, { params: { unitCode, period, section }, body }),
    onSettled: readAgain,
  })
}

export function useWriteSettings({ unitCode }: ReportPlace) {
  const readAgain = useReadAgain(unitCode)
  return useMutation({
    ...atOnce,
    mutationFn: (body: { settings: ReportSettings; revision: number }) =>
      call(writeReportSettings, { params: { unitCode }, body }),
    onSettled: readAgain,
  })
}

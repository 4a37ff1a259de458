import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './service.ts'

type Unit = { code: string }
type Ring = number[][]
export type ToyFeature = {
  type: 'Feature'
  id?: string | number
  properties: Record<string, unknown> | null
  geometry: { type: string; coordinates: unknown } | null
}

const farOff = '11948'

/** A drawn map: each unit a square of a chessboard over the city, Bạch Long Vĩ far out at sea. */
export function toyFeatures(units: readonly Unit[]): ToyFeature[] {
  return units.map(({ code }, place) => {
    const [x, y] =
      code === farOff ? [107.7, 20.12] : [106.1 + (place % 12) * 0.08, 20.6 + Math.floor(place / 12) * 0.06]
    return {
      type: 'Feature',
      properties: { ma: code, ten: 'x' },
      geometry: { type: 'Polygon', coordinates: [square(x, y)] },
    }
  })
}

function square(x: number, y: number): Ring {
  const [right, top] = [x + 0.08, y + 0.06]
  return [
    [x, y],
    [right, y],
    [right, top],
    [x, top],
    [x, y],
  ]
}

export const geoJson = (features: readonly ToyFeature[]) =>
  JSON.stringify({ type: 'FeatureCollection', features })

/** The folder with the reference map lies beside the repository where there is one; it is never part of it. */
const folder = ['..', '../..']
  .map((up) => join(repository, up, 'shared/data'))
  .find((path) => existsSync(join(path, 'hai-phong-units.topo.json')))

/** The maps to test with: the reference map as both kinds where it is present, a drawn one otherwise. */
export function boundaryFiles(units: readonly Unit[]): { name: string; bytes: Buffer }[] {
  if (!folder) return [{ name: 'drawn toy map.geo.json', bytes: Buffer.from(geoJson(toyFeatures(units))) }]
  return ['hai-phong-units.topo.json', 'hai-phong-units.geo.json'].map((name) => ({
    name,
    bytes: readFileSync(join(folder, name)),
  }))
}

/** For the test output. */
export const mapInUse = folder ? 'the reference map beside the repository' : 'a drawn toy map'

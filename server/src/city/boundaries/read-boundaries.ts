import { type AdministrativeUnit, type Boundaries, unitTitle } from '@moc57/shared'
import type { Feature, FeatureCollection, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { refused } from '../../http/uploads/refuse.ts'
import { ringProblem } from './rings.ts'
import { simplified, type UnitShape } from './simplified.ts'

type Anything = Record<string, unknown>

/** Reads a GeoJSON or TopoJSON file of unit boundaries, checks it and simplifies it; throws what is wrong with it. */
export function readBoundaries(bytes: Uint8Array, units: readonly AdministrativeUnit[]): Boundaries {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const { features, codes } = layersOf(parse(bytes))
    .map((features) => ({ features, codes: findCodes(features, byCode) }))
    .reduce((best, layer) => (layer.codes.matches > best.codes.matches ? layer : best))
  if (codes.matches === 0) throw noCodes(features)

  refuseOtherSystem(features)

  const problems: { cell: string; detail: string }[] = []
  const shapes = features.flatMap((given, place): UnitShape[] => {
    const unit = byCode.get(codes.values[place] ?? '')
    if (!unit) return []
    const polygons = polygonsOf(given.geometry)
    const problem = polygons ? problemOf(polygons) : 'không phải vùng (Polygon hoặc MultiPolygon)'
    if (!polygons || problem) {
      const detail = `Mã ${unit.code} (${unitTitle(unit)}): đường ranh giới ${problem}.`
      problems.push({ cell: `features/${place}`, detail })
      return []
    }
    return [
      {
        type: 'Feature',
        id: unit.code,
        properties: {},
        geometry: { type: 'MultiPolygon', coordinates: polygons },
      },
    ]
  })
  if (problems.length > 0) {
    throw refused(
      'Đường ranh giới sai',
      `${problems.length} đường ranh giới chưa dùng được. ${problems[0]?.detail} Hãy sửa trong phần mềm bản đồ (QGIS: Fix geometries) rồi gửi lại.`,
      problems,
    )
  }
  const unknownCodes = codes.values.filter((code) => !byCode.has(code)).slice(0, mostUnknown)
  return { codeProperty: codes.property, unknownCodes, topology: simplified(shapes) }
}

/** More wrong codes than this nobody reads. */
const mostUnknown = 200

const notBoundaries =
  'Tệp phải là GeoJSON (FeatureCollection) hoặc TopoJSON, mã hóa UTF-8. Tệp Shapefile, KML: mở bằng QGIS rồi xuất ra GeoJSON, hệ tọa độ WGS 84 (EPSG:4326).'

function parse(bytes: Uint8Array): Anything {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isObject(value)) return value
  } catch {
    // Said below.
  }
  throw refused('Không phải GeoJSON hay TopoJSON', notBoundaries)
}

const isObject = (value: unknown): value is Anything =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The features of the file: of a TopoJSON those of each of its objects. */
function layersOf(file: Anything): Feature[][] {
  const layers = file.type === 'Topology' ? topologyLayers(file) : [featuresIn(file)]
  if (!layers.some((features) => features.length > 0)) {
    throw refused('Không phải GeoJSON hay TopoJSON', notBoundaries)
  }
  return layers
}

/** Positions that a file may unfold to: a GeoJSON file of the largest size holds no more. */
const mostPositions = 1_500_000

/**
 * How many positions the regions of a TopoJSON file unfold to. One arc may be named any number of times, so a small file
 * can unfold to more than the memory there is; this only counts.
 */
function unfoldedPositions({ arcs = [], objects = {} }: Partial<Topology>): number {
  const lengths = arcs.map((arc) => (Array.isArray(arc) ? arc.length : 0))
  let sum = 0
  const left: unknown[] = Object.values(objects)
  while (left.length > 0 && sum <= mostPositions) {
    const part = left.pop()
    if (typeof part === 'number') sum += lengths[part < 0 ? ~part : part] ?? 0
    else if (Array.isArray(part)) for (const one of part) left.push(one)
    else if (isObject(part)) left.push(part.arcs, part.geometries)
  }
  return sum
}

function topologyLayers(file: Anything): Feature[][] {
  const topology = file as unknown as Topology
  if (unfoldedPositions(topology) > mostPositions) {
    throw refused(
      'TopoJSON quá nhiều điểm',
      `Các cung của tệp dựng ra hơn ${mostPositions.toLocaleString('vi-VN')} điểm. Hãy đơn giản hóa đường ranh giới (QGIS: Simplify) rồi gửi lại; bản đồ đang dùng không thay đổi.`,
    )
  }
  try {
    return Object.values(topology.objects).map((object) =>
      featuresIn(feature(topology, object) as unknown as Anything),
    )
  } catch {
    throw refused('TopoJSON hỏng', `Không dựng được vùng từ các cung của tệp. ${notBoundaries}`)
  }
}

function featuresIn(file: Anything): Feature[] {
  const { type, features } = file as Partial<FeatureCollection>
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return []
  return features.filter((candidate) => isObject(candidate) && candidate.type === 'Feature')
}

/** Properties that are looked into for codes; a file in which every feature has its own names no map program writes. */
const mostProperties = 200

type Codes = { property: string; values: string[]; matches: number }

/** The property that holds the codes: the one whose values are codes of units most often. */
function findCodes(features: readonly Feature[], known: ReadonlyMap<string, unknown>): Codes {
  const names = new Set<string>()
  for (const { properties } of features) {
    for (const name of Object.keys(properties ?? {})) if (names.size < mostProperties) names.add(name)
  }
  const candidates = ['id', ...names].map((property): Codes => {
    const values = features.map((feature) =>
      codeIn(feature.properties?.[property] ?? (property === 'id' ? feature.id : undefined)),
    )
    return { property, values, matches: new Set(values.filter((code) => known.has(code))).size }
  })
  return candidates.reduce((best, codes) => (codes.matches > best.matches ? codes : best))
}

/** A code as text; programs that took it for a number have dropped its leading zeros, or made "11443.0" of it. */
function codeIn(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  const digits = /^(\d{1,5})(?:[.,]0+)?$/.exec(text)?.[1]
  return digits?.padStart(5, '0') ?? text.slice(0, 40)
}

/** Positions that are looked at to tell in which system a file is. */
const positionsLooked = 1000

/** A file in metres, or with latitude first, is not mended feature by feature. */
function refuseOtherSystem(features: readonly Feature[]): void {
  const positions: [number, number][] = []
  const left: unknown[] = features.map(({ geometry }) => isObject(geometry) && geometry.coordinates)
  while (left.length > 0 && positions.length < positionsLooked) {
    const part = left.pop()
    if (!Array.isArray(part)) continue
    const [x, y] = part
    if (typeof x === 'number' && typeof y === 'number') positions.push([x, y])
    else for (const one of part.slice(0, positionsLooked)) left.push(one)
  }
  const isOutside = ([x, y]: [number, number]) => Math.abs(x) > 180 || Math.abs(y) > 90
  const outside = positions.filter(isOutside)
  if (outside.length === 0) return
  const isTurned = outside.every(([x, y]) => Math.abs(x) <= 90 && Math.abs(y) <= 180)
  throw isTurned
    ? refused(
        'Kinh độ và vĩ độ đổi chỗ',
        `Tọa độ trong tệp ghi vĩ độ trước. GeoJSON cần kinh độ trước, vĩ độ sau: ${reproject}`,
      )
    : refused(
        'Hệ tọa độ chưa đúng',
        `Tọa độ trong tệp tính bằng mét (như VN-2000 hoặc EPSG:3857), không phải kinh độ và vĩ độ: ${reproject}`,
      )
}

const reproject =
  'mở tệp bằng QGIS, chọn Export > Save Features As, định dạng GeoJSON, CRS “EPSG:4326 - WGS 84”, rồi gửi lại. Bản đồ đang dùng không thay đổi.'

function noCodes(features: readonly Feature[]) {
  const names = Object.keys(features[0]?.properties ?? {})
    .slice(0, 12)
    .map((name) => `“${name.slice(0, 40)}”`)
  const seen =
    names.length > 0 ? `Các thuộc tính trong tệp: ${names.join(', ')}.` : 'Tệp không có thuộc tính nào.'
  return refused(
    'Không có mã đơn vị',
    `Không thuộc tính nào chứa mã 5 chữ số của các đơn vị (ví dụ 11443). ${seen} Hãy thêm một thuộc tính mã đơn vị hành chính (mã của Cục Thống kê) rồi gửi lại.`,
  )
}

function polygonsOf(geometry: unknown): Position[][][] | null {
  if (!isObject(geometry) || !Array.isArray(geometry.coordinates)) return null
  const { type, coordinates } = geometry
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : []
  return polygons.length > 0 && polygons.every((rings) => Array.isArray(rings) && rings.length > 0)
    ? polygons
    : null
}

function problemOf(polygons: readonly Position[][][]): string | null {
  for (const ring of polygons.flat()) {
    const problem = ringProblem(ring)
    if (problem) return problem
  }
  const size = polygons.reduce((sum, [outer = []]) => sum + areaOf(outer), 0)
  return size < leastSize ? 'không bao quanh một vùng nào (chỉ là một điểm hoặc một đường)' : null
}

/** In square degrees, about a hundred square metres: less is no unit, and nothing that could be drawn. */
const leastSize = 1e-8

function areaOf(ring: readonly Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? []
  let twice = 0
  for (const [place, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = 0, nextY = 0] = ring[place + 1] ?? ring[0] ?? []
    twice += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY)
  }
  return Math.abs(twice) / 2
}

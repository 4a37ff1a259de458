import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/** A chart as a file: the text of an SVG that stands alone, with its size. */
export type Picture = { name: string; svg: string; width: number; height: number }

/** What a drawing is made of: these are taken from the style sheets into the picture. */
const inherited = [
  'color',
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'text-anchor',
]

const margin = 24
const line = 24

type Words = { name: string; title: string; notes: readonly (string | null)[] }

/** Draws an SVG element of React where nobody sees it, and makes a picture of it. */
export function pictureOf(drawing: ReactNode, words: Words): Picture {
  const stage = document.createElement('div')
  stage.style.cssText = 'position:absolute;left:-99999px;top:0'
  document.body.append(stage)
  const root = createRoot(stage)
  try {
    flushSync(() => root.render(drawing))
    const svg = stage.querySelector('svg')
    if (!svg) throw new Error('nothing was drawn')
    return framed(svg, words)
  } finally {
    root.unmount()
    stage.remove()
  }
}

/** The element with its styles written into it, below its title and above what has to be said of it. */
export function framed(element: SVGSVGElement, { name, title, notes }: Words): Picture {
  const box = element.getBoundingClientRect()
  const copy = element.cloneNode(true) as SVGSVGElement
  writeStyles(element, copy)
  const said = notes.filter((note): note is string => Boolean(note))
  const [width, height] = [
    Math.ceil(box.width) + 2 * margin,
    Math.ceil(box.height) + 2 * margin + line * (1 + said.length),
  ]
  copy.setAttribute('x', String(margin))
  copy.setAttribute('y', String(margin + line))
  copy.setAttribute('width', String(box.width))
  copy.setAttribute('height', String(box.height))
  const frame = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const text = (words: string, y: number, style: string) => {
    const node = document.createElementNS(frame.namespaceURI, 'text') as SVGTextElement
    node.textContent = words
    node.setAttribute('x', String(margin))
    node.setAttribute('y', String(y))
    node.setAttribute('style', style)
    return node
  }
  const ground = document.createElementNS(frame.namespaceURI, 'rect') as SVGRectElement
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', '#fff')
  frame.setAttribute('width', String(width))
  frame.setAttribute('height', String(height))
  frame.setAttribute('viewBox', `0 0 ${width} ${height}`)
  frame.setAttribute('font-family', 'Segoe UI, Roboto, Noto Sans, Liberation Sans, Arial, sans-serif')
  frame.append(
    ground,
    text(title, margin + 6, 'font-size:16px;font-weight:600;fill:#1a2330'),
    copy,
    ...said.map((note, index) =>
      text(note, height - margin - line * (said.length - 1 - index), 'font-size:12px;fill:#4a5565'),
    ),
  )
  return { name, svg: new XMLSerializer().serializeToString(frame), width, height }
}

/** Writes into the copy, and all that is in it, how the style sheets draw the original. */
function writeStyles(original: Element, copy: Element, above?: CSSStyleDeclaration): void {
  const style = getComputedStyle(original)
  const written = inherited.flatMap((property) => {
    copy.removeAttribute(property)
    const value = style.getPropertyValue(property)
    if (above?.getPropertyValue(property) === value) return []
    // A symbol takes the colour of the place where it is used.
    const isOfPlace = (property === 'fill' || property === 'stroke') && value === style.color
    return [`${property}:${isOfPlace ? 'currentColor' : value}`]
  })
  copy.removeAttribute('class')
  if (written.length > 0) copy.setAttribute('style', written.join(';'))
  for (const [index, child] of [...original.children].entries()) {
    const copied = copy.children[index]
    if (copied) writeStyles(child, copied, style)
  }
}

/** Hands the picture to the browser as a file. */
export async function savePicture(picture: Picture, kind: 'png' | 'svg'): Promise<void> {
  const svg = new Blob([picture.svg], { type: 'image/svg+xml' })
  download(kind === 'svg' ? svg : await painted(svg, picture), `${picture.name}.${kind}`)
}

/** Twice as fine as the screen, as far as a canvas reaches. */
async function painted(svg: Blob, { width, height }: Picture): Promise<Blob> {
  const scale = Math.min(2, 16_000 / Math.max(width, height))
  const url = URL.createObjectURL(svg)
  try {
    const image = new Image(width, height)
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * scale
    canvas.height = height * scale
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was painted')))),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads it after the click; a minute is more than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

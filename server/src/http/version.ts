import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const manifest = resolve(import.meta.dirname, '../../../package.json')

/** Of the program, as package.json has it. */
export const version: string = JSON.parse(readFileSync(manifest, 'utf8')).version

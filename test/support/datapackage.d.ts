/** The Frictionless library for JavaScript, which brings no types: what is used of it. */
declare module 'datapackage' {
  type Resource = {
    name: string
    errors: Error[]
    read: (options: { keyed: boolean; relations?: boolean }) => Promise<Record<string, unknown>[]>
    checkRelations: () => Promise<boolean>
  }
  export class Package {
    static load(
      descriptor: string | object,
      options?: { basePath?: string; strict?: boolean },
    ): Promise<Package>
    valid: boolean
    errors: Error[]
    resourceNames: string[]
    getResource(name: string): Resource
  }
}

/** What the tests call of the Frictionless validator, which has no types of its own. */
declare module 'datapackage' {
  export function validate(descriptor: unknown): Promise<{ readonly valid: boolean; readonly errors: readonly Error[] }>;
  export class Resource {
    /** With rows in its `data`, the first of them the header, it needs no file. */
    static load(descriptor: unknown): Promise<Resource>;
    /** Rejects at the first cell that is not what the schema says. */
    read(options: { readonly keyed: true }): Promise<readonly Readonly<Record<string, unknown>>[]>;
  }
}

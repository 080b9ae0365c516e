/** What the tests call of the Frictionless validator, which has no types of its own. */
declare module 'datapackage' {
  export function validate(descriptor: unknown): Promise<{ readonly valid: boolean; readonly errors: readonly Error[] }>;
}

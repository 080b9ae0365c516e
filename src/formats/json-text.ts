/** JSON that is safe inside a page: no `</script>`, no line separators that end a statement. */

/** Serialises a value for a `<script type="application/ld+json">`; parsed again it is the same value. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Quotation marks inside a quotation. */

/** What stands inside «…»: its own such marks become “ and ”, of a pair or alone. */
export function nestGuillemets(text: string): string {
  return text.replaceAll('«', '“').replaceAll('»', '”');
}

/** “…” or "…" inside “…”: the inner ones become ‘…’, as MLA and Chicago ask. A mark without its other half stays. */
export function nestDoubleQuotes(text: string): string {
  return text.replace(/“([^“”]*)”|"([^"]*)"/gu, (_whole, curly: string | undefined, straight: string | undefined) => `‘${curly ?? straight ?? ''}’`);
}

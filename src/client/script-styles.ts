/**
 * Styles of what only scripts put into pages (`_includes/styles/scripted.css`). They come with the script of every page: pages are
 * lighter, and nothing more is fetched.
 */

/** Put in when scripts are bundled. */
declare const SCRIPTED_STYLES: string;

export function addScriptStyles(): void {
  // Safari before 16.4 has no such sheets: what scripts add is plain there, and works.
  if (!('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SCRIPTED_STYLES);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

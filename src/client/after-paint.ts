/** Acts once the page has been drawn, so that what a reader sees first waits for nothing that comes later; in a hidden window when it is looked at. */
export function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}

/** Gives the reader a file that was made in the page. */
export function download(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click is over.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}

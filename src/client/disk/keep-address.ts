/** Some browsers refuse to change the address of a page on a disk. The search goes on there; its address stays as it was. */
for (const name of ['pushState', 'replaceState'] as const) {
  const change = history[name].bind(history);
  history[name] = (state, unused, address) => {
    try {
      change(state, unused, address);
    } catch {
      // Left as it was.
    }
  };
}

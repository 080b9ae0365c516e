declare module '@joplin/turndown-plugin-gfm' {
  import type TurndownService from 'turndown';

  const plugin: {
    readonly tables: TurndownService.Plugin;
    readonly strikethrough: TurndownService.Plugin;
  };
  export default plugin;
}

/** What this project calls of Eleventy 3.1; its own types are loose. */
declare module '@11ty/eleventy' {
  export interface EleventyConfig {
    addExtension(extension: string, options: { readonly key: string }): void;
    addTemplateFormats(formats: string): void;
    addGlobalData(name: string, value: unknown): void;
    addTransform(name: string, transform: (this: { readonly page: { readonly outputPath: string } }, content: string) => Uint8Array | string): void;
    setUseGitIgnore(use: boolean): void;
    setQuietMode(quiet: boolean): void;
    readonly benchmarkManager: { get(group: 'Configuration'): { setMinimumThresholdMs(milliseconds: number): void } };
    setDataDeepMerge(merge: boolean): void;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly quietMode?: boolean;
        readonly configPath?: string;
        readonly source?: 'script';
        readonly config?: (config: EleventyConfig) => void;
      },
    );
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}

declare module '@11ty/eleventy-dev-server' {
  export default class EleventyDevServer {
    static getServer(
      name: string,
      folder: string,
      options: {
        readonly port?: number;
        readonly pathPrefix?: string;
        readonly showVersion?: boolean;
        readonly showAllHosts?: boolean;
        readonly onRequest?: Readonly<Record<string, (request: { readonly url: URL }) => unknown>>;
        readonly logger?: { readonly info: (...text: readonly unknown[]) => void; readonly log: (...text: readonly unknown[]) => void; readonly error: (...text: readonly unknown[]) => void; readonly message?: (...text: readonly unknown[]) => void };
        readonly messageOnStart?: (details: { readonly localhostUrl: string }) => string | false;
      },
    ): EleventyDevServer;
    serve(port: number): void;
    ready(): Promise<void>;
    getPort(): Promise<number>;
    reload(event: { readonly subtype?: 'css'; readonly files?: readonly string[]; readonly build?: { readonly templates: readonly unknown[] } }): Promise<void>;
    sendError(event: { readonly error: { readonly message: string; readonly stack?: string } }): void;
    close(): Promise<void>;
  }
}

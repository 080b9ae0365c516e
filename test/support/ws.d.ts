/** What the tests use of a client that has no types of its own. */
declare module 'ws' {
  export class WebSocket {
    constructor(address: string);
    on(event: 'open' | 'close', listener: () => void): this;
    on(event: 'message', listener: (data: Buffer) => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    send(text: string): void;
    close(): void;
  }
}

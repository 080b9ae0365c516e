/**
 * Files of an index as scripts: on a disk a browser loads scripts and nothing else. Each script calls a function of the page
 * with the name of a file and its bytes, a character each: characters of `x-user-defined` end in the byte that they were
 * (Encoding standard), which costs 2 % where base64 would cost 33.
 */

/** The encoding in which the scripts are to be loaded. */
export const SCRIPT_CHARSET = 'x-user-defined';

/** Name of the page's function. */
export const RECEIVER = 'receiveFile';

/** Small files share a script by the end of their name, so that a pack of many articles is not a pack of as many files. */
const FRAGMENT = /^(?<folder>.*\/)unknown_\w*(?<end>\w{2})\.pf_fragment$/u;

/** The script that brings a file of the index. @param name below the folder of the bundles */
export function scriptOf(name: string): string {
  const { folder, end } = FRAGMENT.exec(name)?.groups ?? {};
  return folder === undefined || end === undefined ? `${name}.js` : `${folder}${end}.js`;
}

/** What is written in place of a byte that would end the text. */
const ESCAPES = new Map([['\n', '\\n'], ['\r', '\\r'], ['"', '\\"'], ['\\', '\\\\']].map(([plain = '', escaped = '']) => [plain.charCodeAt(0), new TextEncoder().encode(escaped)] as const));

/** The part of a script that brings one file; a script may have several. */
export function writeFileCall(name: string, bytes: Uint8Array): Uint8Array {
  const [head, tail] = [`${RECEIVER}(${JSON.stringify(name)},"`, '");\n'].map((text) => new TextEncoder().encode(text)) as [Uint8Array, Uint8Array];
  const written = new Uint8Array(head.length + bytes.length * 2 + tail.length);
  written.set(head);
  let at = head.length;
  for (const byte of bytes) {
    const escaped = byte > MOST_ESCAPED ? undefined : ESCAPES.get(byte);
    if (escaped === undefined) written[at++] = byte;
    else {
      written.set(escaped, at);
      at += escaped.length;
    }
  }
  written.set(tail, at);
  return written.subarray(0, at + tail.length);
}

const MOST_ESCAPED = Math.max(...ESCAPES.keys());

/** The bytes of a file from what the page's function was given. */
export function readFileText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

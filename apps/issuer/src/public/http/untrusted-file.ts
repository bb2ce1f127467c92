import { contentDisposition } from './file-name.js';

/** Under what somebody else's work is served: nothing in it runs, loads or sends, and the sandbox takes away even our own origin. */
export const WORK_POLICY =
  "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** What a browser may show by itself; everything else it saves. */
const SHOWN = /^(?:text\/(?:html|plain)|image\/(?:png|jpeg|webp|gif))$/;
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['application/zip', 'zip'],
  ['application/json', 'json'],
  ['text/csv', 'csv'],
  ['text/markdown', 'md'],
]);

export function workType(mediaType: string): string {
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}

/** @param name of the file, without its ending */
export function workDisposition(mediaType: string, name: string): string {
  if (SHOWN.test(mediaType)) return 'inline';
  return contentDisposition(name, EXTENSIONS.get(mediaType) ?? 'bin').replace('inline', 'attachment');
}

import { guardedHttp } from '@proofmark/platform/node';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import type { PageCapture } from '../issuing/evidence/evidence-sources.js';
import { pageCapturer } from './page-capture.js';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const PNG_BYTES: Buffer = Buffer.from(PNG, 'base64');
export const PNG_URI = `data:image/png;base64,${PNG}`;

/** What a site answers: a text of a media type, or whatever a listener does. */
export type Answer = readonly [mediaType: string, body: string | Uint8Array] | Parameters<typeof loopbackServer>[0];

/** A web site on this machine, and a capturer that may visit it. */
export interface Site {
  readonly server: LoopbackServer;
  /** The paths that were asked for, in order. */
  readonly asked: string[];
  capture(path?: string, patience?: number): Promise<PageCapture>;
  /** The copy as text; throws when there is none. */
  copy(path?: string): Promise<string>;
  close(): Promise<void>;
}

export async function site(pages: Readonly<Record<string, Answer>>): Promise<Site> {
  const asked: string[] = [];
  const server = await loopbackServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = pages[path];
    if (answer === undefined) return void response.writeHead(404).end();
    if (typeof answer === 'function') return answer(request, response);
    response.writeHead(200, { 'content-type': answer[0] }).end(answer[1]);
  });
  const http = guardedHttp({ allowLoopback: true });
  const capture = (path = '/', patience?: number): Promise<PageCapture> =>
    pageCapturer(http, () => new Date('2026-11-22T09:00:00Z'), patience).capture(server.origin + path);
  return {
    server,
    asked,
    capture,
    async copy(path) {
      const result = await capture(path);
      if (!result.ok) throw new Error(result.code);
      return Buffer.from(result.bytes).toString('utf8');
    },
    async close() {
      await http.close();
      await server.close();
    },
  };
}

/** A page with enough text to count as one. */
export const page = (body: string, head = ''): Answer => [
  'text/html; charset=utf-8',
  `<!doctype html><html><head><title>Work</title>${head}</head><body>${body}<p>${'All that I built in the last term. '.repeat(4)}</p></body></html>`,
];

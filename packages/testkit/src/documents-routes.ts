import type { RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

const BOMB = gzipSync(new Uint8Array(8 * 1024 * 1024));

/** The routes that `documentsContract` asks for; every answer may be read across origins. */
export const documentsRoutes: RequestListener = (request, response) => {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'etag');
  response.setHeader('cache-control', 'no-store');
  const path = request.url ?? '/';
  const status = /^\/status\/(\d{3})$/.exec(path)?.[1];
  if (status !== undefined) return void response.writeHead(Number(status), { 'content-type': 'text/plain' }).end('no');
  const route = Object.hasOwn(ROUTES, path) ? ROUTES[path] : undefined;
  if (route === undefined) return void response.writeHead(404).end();
  route(response, String(request.headers.accept));
};

const ROUTES: Readonly<Record<string, (response: ServerResponse, accept: string) => void>> = {
  '/document': (response, accept) =>
    response.writeHead(200, { 'content-type': 'Application/JSON; charset=utf-8', etag: '"one"' }).end(JSON.stringify({ accept })),
  '/untyped': (response) => response.writeHead(200).end('x'),
  '/gzip': (response) => response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(gzipSync('unpacked')),
  '/bomb': (response) => response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(BOMB),
  '/redirect': (response) => response.writeHead(302, { location: '/document' }).end(),
  '/circle': (response) => response.writeHead(302, { location: '/circle' }).end(),
  '/endless': (response) => {
    const chunk = Buffer.alloc(64 * 1024);
    const pour = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.writeHead(200, { 'content-type': 'text/plain' }).on('drain', pour);
    pour();
  },
  '/silent': () => {},
  '/drip': (response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    const timer = setInterval(() => response.write('.'), 50);
    response.on('close', () => clearInterval(timer));
  },
  '/cut': (response) => void response.socket?.destroy(),
};

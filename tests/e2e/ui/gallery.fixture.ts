import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const CONFIG = fileURLToPath(new URL('../../../packages/ui/vite.gallery.config.ts', import.meta.url));

/** The page of all shared elements, as its development server serves it. */
export interface Gallery {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveGallery(): Promise<Gallery> {
  const server = await createServer({
    configFile: CONFIG,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, strictPort: false, hmr: false, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address() as AddressInfo | null | undefined;
  if (!address) throw new Error('the development server has no address');
  return { url: `http://127.0.0.1:${address.port}/ui/`, close: () => server.close() };
}

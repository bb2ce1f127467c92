import { defineConfig } from 'vite';
import { shared } from './vite.shared.js';

// Relative addresses, so that the same files work under /verify/ of the service, on any static host, and under any path.
export default defineConfig({
  ...shared,
  base: './',
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});

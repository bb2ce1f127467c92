import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pageStyles } from './build/page-style.js';

// Every shared element in every state, for whoever works on it: `npm run ui`, then http://localhost:5174/ui/. Nothing of it is built, so no service has it.
export default defineConfig({
  root: fileURLToPath(new URL('./gallery/', import.meta.url)),
  base: '/ui/',
  publicDir: false,
  plugins: [pageStyles('/ui/gallery/gallery.css')],
  server: { port: 5174, strictPort: true },
  // The dependencies are modules already: nothing is bundled beforehand, and no page is loaded twice.
  optimizeDeps: { noDiscovery: true },
});

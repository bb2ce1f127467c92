import type { BuildOptions } from 'vite';

/** How a page of ours is built into `dist/page`. */
export const pageBuild = {
  outDir: 'dist/page',
  emptyOutDir: true,
  target: 'es2022',
  // `light-dark` stays as it is: written out, it would follow the system even where the page says another scheme.
  cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  modulePreload: false,
  assetsInlineLimit: 0,
} satisfies BuildOptions;

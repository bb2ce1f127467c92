import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';

const NAME = 'virtual:check-worker';

/** Puts the worker that checks badges into a bundle, as the text of one classic script: it has no parts that would come from elsewhere. */
export function wholeWorker(shared: InlineConfig): Plugin {
  return {
    name: 'whole-worker',
    apply: 'build',
    resolveId: (source) => (source === NAME ? `\0${NAME}` : null),
    async load(id) {
      if (id !== `\0${NAME}`) return null;
      const entry = fileURLToPath(new URL('../src/checking/worker/check-worker.ts', import.meta.url));
      const built = await build({
        ...shared,
        configFile: false,
        logLevel: 'error',
        define: { ...shared.define, 'import.meta.url': 'self.location.href' },
        build: {
          write: false,
          target: 'es2022',
          minify: true,
          lib: { entry, formats: ['iife'], name: 'proofmarkWorker', fileName: () => 'worker.js' },
          rolldownOptions: { output: { codeSplitting: false } },
        },
      });
      const [{ output }] = built as unknown as readonly [{ readonly output: readonly { readonly type: string; readonly code?: string }[] }];
      const code = output.find(({ type }) => type === 'chunk')?.code;
      if (code === undefined) throw new Error('the worker was not built');
      return `export const script = ${JSON.stringify(code)}`;
    },
  };
}

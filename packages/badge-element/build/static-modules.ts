import { build, type InlineConfig, type Rolldown } from 'vite';

/** The modules that a file of the bundle cannot do without, as a build without further orders cuts them. */
export interface StaticModules {
  /** Those that the entry needs without any dynamic import: in the entry, and in parts that it shares with lazy ones. */
  readonly entry: ReadonlySet<string>;
  /** Those that a lazy module needs besides, without any further dynamic import. */
  of(lazy: RegExp): ReadonlySet<string>;
}

/** Cuts the bundle once, only to look at it. */
export async function staticModules(config: InlineConfig): Promise<StaticModules> {
  const built = await build({ ...config, configFile: false, logLevel: 'error', build: { ...config.build, write: false, minify: false } });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const chunks = outputs.filter((one) => one.type === 'chunk');
  const entry = reached(
    chunks.filter(({ isEntry }) => isEntry),
    chunks,
  );
  return {
    entry,
    of(lazy) {
      const own = chunks.filter(({ facadeModuleId }) => facadeModuleId !== null && lazy.test(facadeModuleId));
      // What other lazy modules import as well has no file of its own.
      const shared = chunks.filter(({ modules }) => Object.keys(modules).some((id) => lazy.test(id)));
      const found = reached(own.length > 0 ? own : shared, chunks);
      return new Set([...found].filter((id) => !entry.has(id)));
    },
  };
}

function reached(from: readonly Rolldown.OutputChunk[], chunks: readonly Rolldown.OutputChunk[]): ReadonlySet<string> {
  const seen = new Set(from);
  for (const chunk of seen) {
    for (const name of chunk.imports) {
      const other = chunks.find(({ fileName }) => fileName === name);
      if (other !== undefined) seen.add(other);
    }
  }
  return new Set([...seen].flatMap(({ modules }) => Object.keys(modules)));
}

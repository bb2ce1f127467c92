import { build, type InlineConfig } from 'vite';

/**
 * The modules that the entry needs without any dynamic import, as a build without further orders cuts them: in the entry, and in parts that
 * it shares with lazy ones. Put into one file, they cost a page one request for an ordinary badge.
 */
export async function modulesOfEntry(config: InlineConfig): Promise<ReadonlySet<string>> {
  const built = await build({ ...config, configFile: false, logLevel: 'error', build: { ...config.build, write: false, minify: false } });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const chunks = new Map(outputs.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])));
  const modules = new Set<string>();
  const next = [...chunks.values()].filter(({ isEntry }) => isEntry);
  const seen = new Set(next);
  for (let chunk = next.pop(); chunk !== undefined; chunk = next.pop()) {
    for (const id of Object.keys(chunk.modules)) modules.add(id);
    for (const name of chunk.imports) {
      const other = chunks.get(name);
      if (other === undefined || seen.has(other)) continue;
      seen.add(other);
      next.push(other);
    }
  }
  return modules;
}

const RUNTIME = /^proofmark-badge-rolldown-runtime-[\w-]+\.js$/;
const HELPER = /(\w+)=\(\w+,\w+\)=>\{let \w+=\{\};for\(var \w+ in \w+\)/;

/**
 * Gives each part that takes nothing from the bundler's file of helpers but the one that makes a module's namespace a small one of its own:
 * the file would cost every reader a request, and the entry a hash.
 *
 * @throws Error when the bundler writes its helpers in another way than this knows
 */
export function withOwnNamespaces(files: ReadonlyMap<string, string>): Map<string, string> {
  const runtime = [...files].find(([name]) => RUNTIME.test(name))?.[1];
  if (runtime === undefined) return new Map(files);
  const local = HELPER.exec(runtime)?.[1];
  const exported = local === undefined ? undefined : new RegExp(`\\b${local} as (\\w+)`).exec(runtime)?.[1];
  if (exported === undefined) throw new Error('the bundler writes its helpers in another way than before');
  const taken = new RegExp(`import\\{${exported} as (\\w+)\\}from"\\./proofmark-badge-rolldown-runtime-[\\w-]+\\.js";`);
  const own = (_: string, name: string): string =>
    `var ${name}=e=>{let n={};for(let k in e)Object.defineProperty(n,k,{get:e[k],enumerable:!0});return n};`;
  return new Map([...files].map(([name, text]) => [name, text.replace(taken, own)]));
}

import { createHash } from 'node:crypto';

/** The file that a script tag names. */
export const ENTRY = 'proofmark-badge.js';

/**
 * Loads a part of the bundle by a name that holds its SHA-256: a link of kind `modulepreload` puts it into the page's module map only
 * if its bytes fit, and `import()` then takes it from there. It needs no inline script, no blob and no eval, so any policy that lets the
 * script in lets its parts in. `{parts}` of a part come first.
 */
const LOADER = `const $pins=new Map,$pin=n=>{let p=$pins.get(n);if(!p){p=new Promise((y,z)=>{const l=document.createElement("link");l.onload=y;l.onerror=()=>{$pins.delete(n);z(Error("not loaded: "+n))};l.rel="modulepreload";if(!l.relList.supports(l.rel))return l.onerror();l.crossOrigin="";l.integrity="sha256-"+n.slice(-46,-3).replace(/-/g,"+").replace(/_/g,"/")+"=";l.href=new URL(n,import.meta.url);document.head.append(l)});$pins.set(n,p)}return p},$load=async(...n)=>{await Promise.all(n.map(p=>$pin("./proofmark-badge-"+p+".js")));return import("./proofmark-badge-"+n.at(-1)+".js")};`;

const NAME = /\.\/(proofmark-badge-[\w-]+\.js)/g;
const STATIC = /(?:\bfrom|\bimport)\s*["'`]\.\/(proofmark-badge-[\w-]+\.js)["'`]/g;
const DYNAMIC = /\bimport\(\s*["'`]\.\/(proofmark-badge-[\w-]+\.js)["'`]\s*\)/g;

/**
 * Renames the parts of a bundle by their content and makes every lazy load go through the loader in the entry file. The entry is the one file
 * that a page pins; it holds the names, and so the hashes, of all others.
 *
 * @param files text by name, with the entry under `ENTRY`
 * @throws Error when a part is named in a way that would escape the pinning
 */
export function pinParts(files: ReadonlyMap<string, string>): Map<string, string> {
  const done = new Map<string, { readonly name: string; readonly needs: readonly string[]; readonly text: string }>();
  const finish = (name: string, path: readonly string[]): { readonly name: string; readonly needs: readonly string[] } => {
    const known = done.get(name);
    if (known !== undefined) return known;
    const source = files.get(name);
    if (source === undefined) throw new Error(`${name} is named, but was not built`);
    if (path.includes(name)) throw new Error(`parts load each other in a circle: ${[...path, name].join(' → ')}`);
    const inner = [...path, name];
    const needs = [...source.matchAll(STATIC)].map(([, part = '']) => finish(part, inner));
    if (name === ENTRY && needs.length > 0) throw new Error(`the entry imports ${needs[0]?.name} at once, which nothing pins`);
    let lazy = false;
    let text = source.replace(DYNAMIC, (_, part: string) => {
      lazy = true;
      const loaded = finish(part, inner);
      return `$load(${[...new Set([...loaded.needs, loaded.name])].map((one) => JSON.stringify(stem(one))).join()})`;
    });
    text = text.replace(NAME, (_, part: string) => `./${finish(part, inner).name}`);
    if (name === ENTRY) text = `${LOADER}${text.trimEnd()}\nexport{$load};\n`;
    else if (lazy) text = `import{$load}from"./${ENTRY}";${text}`;
    const finished = { name: name === ENTRY ? name : pinned(name, text), needs: needs.flatMap((one) => [...one.needs, one.name]), text };
    done.set(name, finished);
    return finished;
  };
  finish(ENTRY, []);
  return new Map([...done.values()].map(({ name, text }) => [name, text]));
}

const stem = (name: string): string => name.slice('proofmark-badge-'.length, -'.js'.length);

/** `proofmark-badge-work-Ab12Cd34.js` as `proofmark-badge-work-<SHA-256 in base64url>.js`. */
function pinned(name: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('base64url');
  return `${name.replace(/-[\w-]{8}\.js$/, '')}-${hash}.js`;
}

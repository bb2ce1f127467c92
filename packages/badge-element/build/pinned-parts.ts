import { createHash } from 'node:crypto';

/** The file that a script tag names. */
export const ENTRY = 'proofmark-badge.js';

/**
 * Loads parts of the bundle whose SHA-256 is known beforehand: a link of kind `modulepreload` puts a file into the page's module map only
 * if its bytes fit, and `import()` then takes it from there. It needs no inline script, no blob and no eval, so any policy that lets the
 * script in lets its parts in. `$know` adds hashes by name; `$load` loads the last of its names, after those that it needs, and before
 * them the list of further hashes when one of them is not known yet.
 */
const loader = (list: string | null): string =>
  'const $sums={},$pins=new Map,$know=s=>Object.assign($sums,s),$pin=n=>{let p=$pins.get(n);if(!p){p=new Promise((y,z)=>{const l=document.createElement("link"),f=()=>{$pins.delete(n);z(Error("not loaded: "+n))};l.onload=y;l.onerror=f;l.rel="modulepreload";if(!$sums[n]||!l.relList.supports(l.rel))return f();l.crossOrigin="";l.integrity="sha256-"+$sums[n];l.href=new URL("./proofmark-badge-"+n+".js",import.meta.url);document.head.append(l)});$pins.set(n,p)}return p},$load=async(...n)=>{' +
  (list === null ? '' : `if(n.some(k=>!$sums[k]))await $load(${JSON.stringify(list)});`) +
  'await Promise.all(n.map($pin));return import("./proofmark-badge-"+n.at(-1)+".js")};';

const STATIC = /(?:\bfrom|\bimport)\s*["'`]\.\/(proofmark-badge-[\w-]+\.js)["'`]/g;
const DYNAMIC = /\bimport\(\s*["'`]\.\/(proofmark-badge-[\w-]+\.js)["'`]\s*\)/g;

/**
 * Makes every lazy load of a bundle go through the loader in the entry file, with the hash of what is loaded. The entry is the one file
 * that a page pins. It holds the hashes of the parts that it loads itself; each of these holds the hashes of all that can be loaded after it.
 * A hash cannot be compressed, so those of rare parts are in a list that is itself such a part, and is loaded when the first of them is.
 *
 * @param files text by name, with the entry under `ENTRY`; the bundler names the parts by their content
 * @param isRare whether the hash of a part belongs into the list
 * @throws Error when a part is missing, or loaded in a way that would escape the pinning
 */
export function pinParts(files: ReadonlyMap<string, string>, isRare: (name: string) => boolean = () => false): Map<string, string> {
  const text = (name: string): string => {
    const found = files.get(name);
    if (found === undefined) throw new Error(`${name} is named, but was not built`);
    return found;
  };
  const named = (name: string, how: RegExp): string[] => [...new Set([...text(name).matchAll(how)].map(([, part = '']) => part))];
  const [first] = named(ENTRY, STATIC);
  if (first !== undefined) throw new Error(`the entry imports ${first} at once, which nothing pins`);

  /** What a part imports at once, each before what needs it, and the part itself at the end. */
  const withNeeds = (name: string, path: readonly string[] = []): string[] => {
    if (path.includes(name)) throw new Error(`parts import each other in a circle: ${[...path, name].join(' → ')}`);
    const needs = named(name, STATIC).filter((need) => need !== ENTRY);
    return [...new Set([...needs.flatMap((need) => withNeeds(need, [...path, name])), name])];
  };
  const loadedBy = (name: string): string[] => [...new Set(named(name, DYNAMIC).flatMap((part) => withNeeds(part)))];
  const loaded = (name: string): string =>
    text(name).replace(
      DYNAMIC,
      (_, part: string) =>
        `$load(${withNeeds(part)
          .map((one) => JSON.stringify(stem(one)))
          .join()})`,
    );

  const byEntry = new Set(loadedBy(ENTRY));
  const done = new Map<string, string>();
  const finish = (name: string, body: string): void => void done.set(name, body);
  const later = (name: string): string[] => {
    const reached = new Set(loadedBy(name));
    for (const each of reached) for (const next of loadedBy(each)) reached.add(next);
    return [...reached].filter((each) => !byEntry.has(each));
  };
  const sums = (names: readonly string[]): string =>
    JSON.stringify(Object.fromEntries(names.map((each) => [stem(each), sum(done.get(each)!)])));

  for (const name of [...byEntry].flatMap(later)) if (!done.has(name)) finish(name, withLoader(loaded(name)));
  for (const name of byEntry) {
    const after = later(name).filter((each) => !isRare(each));
    finish(name, withLoader(after.length === 0 ? loaded(name) : `$know(${sums(after)});${loaded(name)}`));
  }
  const rare = [...new Set([...byEntry, ...[...byEntry].flatMap(later)])].filter(isRare);
  const list = rare.length === 0 ? null : listOf(sums(rare));
  if (list !== null) done.set(list.name, list.text);
  const known = sums([...[...byEntry].filter((name) => !isRare(name)), ...(list === null ? [] : [list.name])]);
  const entry = `${loader(list && stem(list.name))}$know(${known});${loaded(ENTRY).trimEnd()}\nexport{$load,$know};\n`;
  return new Map([[ENTRY, entry], ...done]);
}

/** The part that holds further hashes, under a name that changes with them, as the bundler's names do. */
function listOf(sums: string): { readonly name: string; readonly text: string } {
  const text = withLoader(`$know(${sums});`);
  return { name: `proofmark-badge-hashes-${createHash('sha256').update(text).digest('base64url').slice(0, 8)}.js`, text };
}

const stem = (name: string): string => name.slice('proofmark-badge-'.length, -'.js'.length);
const sum = (text: string): string => createHash('sha256').update(text).digest('base64');

/** The import statements of a part stand first; `import` declarations are hoisted, so their order makes no difference. */
function withLoader(text: string): string {
  const used = ['$load', '$know'].filter((name) => text.includes(`${name}(`));
  return used.length === 0 ? text : `import{${used.join()}}from"./${ENTRY}";${text}`;
}

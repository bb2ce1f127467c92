/** Which file of the build, and what is put in the place of what. */
const PATCHES = {
  'early-answer': {
    file: '/apps/issuer/dist/store/database/client.js',
    find: 'super(config);',
    replace: "super({ ...config, options: '-c synchronous_commit=off' });",
  },
  'block-twice': {
    file: '/apps/issuer/dist/issuing/status-lists/lease.js',
    find: 'next: mark.taken, end }',
    replace: 'next: Math.max(0, mark.taken - 256), end }',
  },
  'suspension-not-named': {
    file: '/apps/issuer/dist/issuing/status-lists/status-list.js',
    find: 'suspensions && purpose',
    replace: 'false && purpose',
  },
};

let patch;
let fault;

export function initialize(name) {
  fault = name;
  patch = PATCHES[name];
}

/** A patch that fits nowhere would plant nothing: that ends the start. */
export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  if (!url.endsWith(patch.file)) return loaded;
  const source = String(loaded.source);
  if (!source.includes(patch.find)) throw new Error(`The planted fault ${fault} does not fit ${url} any more.`);
  return { ...loaded, source: source.replace(patch.find, patch.replace) };
}

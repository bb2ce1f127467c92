// Puts a `.br` and a `.gz` beside each text file of a built folder that may be served, for `Accept-Encoding`. The service compresses none of them itself.
//   node scripts/precompress.mjs FOLDER [PATTERN]
// PATTERN is a regular expression for file names; the ending is always one of js, css, svg.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [folder, pattern = '.'] = process.argv.slice(2);
const isServed = (name) => /\.(?:js|css|svg)$/.test(name) && new RegExp(pattern).test(name);
const names = readdirSync(folder);
for (const name of names) {
  // A file that the present build no longer has leaves no compressed form behind.
  const source = /^(.*)\.(?:br|gz)$/.exec(name)?.[1];
  if (source !== undefined && !names.includes(source)) rmSync(join(folder, name));
}
let before = 0;
let after = 0;
for (const name of names.filter(isServed)) {
  const body = readFileSync(join(folder, name));
  const br = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
  writeFileSync(join(folder, `${name}.br`), br);
  writeFileSync(join(folder, `${name}.gz`), gzipSync(body, { level: 9 }));
  before += body.length;
  after += br.length;
}
console.log(`${folder}: ${before} bytes, brotli ${after}`);

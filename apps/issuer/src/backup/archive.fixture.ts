import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Manifest } from './manifest.js';

/** The texts of the files of an archive, by their names. */
export type Files = Record<string, string>;

/** Writes an archive in which something is changed into another file, with sizes and digests that fit it. */
export function forgeArchive<M extends Pick<Manifest, 'tables'>>(
  from: string,
  to: string,
  change: (files: Files, manifest: M) => object | undefined,
): string {
  const files: Files = Object.fromEntries(Object.entries(unzipSync(readFileSync(from))).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const before = JSON.parse(files['manifest.json'] ?? '') as M;
  const manifest = { ...before, ...change(files, before) };
  const tables = manifest.tables.map((table) => ({ ...table, ...sizeOf(files[table.file] ?? '') }));
  const addresses = files['addresses.ndjson'];
  const whole = { ...manifest, tables, ...(addresses === undefined ? {} : { addresses: sizeOf(addresses) }) };
  const all: Files = { ...files, 'manifest.json': JSON.stringify(whole) };
  writeFileSync(to, zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)]))));
  return to;
}

function sizeOf(text: string): { readonly rows: number; readonly bytes: number; readonly sha256: string } {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { rows: text.split('\n').length - 1, bytes: Buffer.byteLength(text), sha256 };
}

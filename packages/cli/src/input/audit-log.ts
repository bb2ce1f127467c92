import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import type { Json } from '@proofmark/primitives';
import type { AuditHead } from '@proofmark/proofs';
import { UsageError } from '../usage-error.js';

/** UTF-16 units of one line, at most: an entry has a few hundred. */
const LINE = 4_000_000;

/** Reads a head as the command prints it, `NUMBER:HASH`. Throws a UsageError. */
export function auditHead(text: string, option: string): AuditHead {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence === undefined || hash === undefined) throw new UsageError(`${option} takes a head as this command prints it: NUMBER:HASH.`);
  return { sequence: Number(sequence), hash };
}

/** The lines of an export as JSON, one after another, whatever its length; null for a line that is none. Throws a UsageError. */
export async function* linesOfFile(file: string): AsyncGenerator<Json> {
  if (file !== '-') {
    await access(file, constants.R_OK).catch(() => {
      throw new UsageError(`There is no file ${file} that you may read. Name an export of an audit log, or - for standard input.`);
    });
  }
  const stream = file === '-' ? process.stdin : createReadStream(file);
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE)
      throw new UsageError(`${file} is no export of an audit log: one of its lines has more than ${LINE} characters.`);
    for (const line of lines) yield parse(line);
  }
  if (rest.trim() !== '') yield parse(rest);
}

function parse(line: string): Json {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return null;
  }
}

import { open } from 'node:fs/promises';
import type { VerifyInput } from '@proofmark/verifying';
import { UsageError } from '../usage-error.js';

/** Bytes read of a file or of standard input, at most. One more than the verifier takes, so that it can say "too large". */
const READ_LIMIT = 20 * 1024 * 1024 + 1;

/** Turns one argument of the command line (a file, an http(s) URL, or `-` for standard input) into what the verifier takes. */
export async function readInput(argument: string): Promise<VerifyInput> {
  if (argument === '-') return { bytes: await readStream(process.stdin) };
  if (/^https?:\/\//i.test(argument)) return { url: argument };
  return { bytes: await readFileStart(argument), name: argument };
}

/** The bytes of a file, or of standard input for `-`. */
export function readText(path: string, limit: number): Promise<Uint8Array> {
  return path === '-' ? readStream(process.stdin, limit) : readFileStart(path, limit);
}

/** Reads a file's bytes, or throws a UsageError that says in one sentence why it cannot. */
export async function readFileStart(path: string, limit: number = READ_LIMIT): Promise<Uint8Array> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(sentence(path, error.code));
  });
  try {
    const info = await file.stat();
    if (info.isDirectory()) throw new UsageError(`${path} is a folder; name the files in it.`);
    return await readStream(file.createReadStream({ autoClose: false, end: limit - 1 }), limit);
  } finally {
    await file.close();
  }
}

async function readStream(stream: AsyncIterable<Uint8Array>, limit: number = READ_LIMIT): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= limit) break;
  }
  return new Uint8Array(Buffer.concat(chunks).subarray(0, limit));
}

function sentence(path: string, code: string | undefined): string {
  if (code === 'ENOENT') return `There is no file ${path}. Name a file, an address that starts with https://, or - for standard input.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read by you; check its permissions.`;
  return `${path} could not be read (${code ?? 'unknown error'}).`;
}

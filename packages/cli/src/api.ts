import { readFile } from 'node:fs/promises';
import { type Client, createClient } from '@proofmark/client';
import { isUrl } from '@proofmark/primitives';
import { type Command, Option } from 'commander';
import { UsageError } from './usage-error.js';

export interface ApiOptions {
  readonly api: string;
  readonly keyFile?: string;
}

/** Adds what every command that calls a service takes. The key is no option of its own: other users can read a process's arguments. */
export function addApiOptions(command: Command): Command {
  return command
    .addOption(new Option('--api <url>', "the service's address").env('PROOFMARK_API').default('http://localhost:3000'))
    .addOption(new Option('--key-file <file>', 'a file that holds the API key; default: the environment variable PROOFMARK_API_KEY'));
}

/** Makes the client that the options describe. Throws a UsageError when there is no key or the address is none. */
export async function clientOf(options: ApiOptions): Promise<Client> {
  if (!isUrl(options.api) || !/^https?:$/.test(new URL(options.api).protocol))
    throw new UsageError(`${options.api} is not the address of a service; it looks like https://badges.example.`);
  const apiKey = options.keyFile === undefined ? process.env.PROOFMARK_API_KEY : await keyIn(options.keyFile);
  if (!apiKey?.trim()) throw new UsageError('No API key: set PROOFMARK_API_KEY, or name a file that holds it with --key-file.');
  return createClient({ baseUrl: options.api, apiKey: apiKey.trim() });
}

async function keyIn(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new UsageError(`The key file ${file} could not be read; name a file that is there and that you may read.`);
  });
}

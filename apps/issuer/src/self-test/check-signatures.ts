import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CanaryResult } from '@proofmark/proofs/second-opinion';
import { StartupError } from '../config/startup-error.js';
import { signAndAsk } from './canary.js';

const WORKER = fileURLToPath(new URL('./canary-worker.js', import.meta.url));

/**
 * Makes sure, before the first badge is signed, that libraries which share no code with us take what this process signs. The libraries are loaded
 * in a thread of their own, so that they cost the service neither time nor memory; where the sources run without a build, in this one.
 *
 * @throws StartupError when a library disagrees or cannot tell
 */
export async function checkSignatures(ask: () => Promise<CanaryResult> = existsSync(WORKER) ? askInThread : signAndAsk): Promise<void> {
  const result = await ask();
  if (!result.ok) throw new StartupError('signatures-not-verifiable', sentence(result));
}

function askInThread(): Promise<CanaryResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER);
    worker.once('message', (result: CanaryResult) => resolve(result));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread of the signature check ended with code ${code}`)));
  });
}

function sentence(result: Exclude<CanaryResult, { readonly ok: true }>): string {
  const remedy = 'Install the packages anew as the lockfile has them, with a version of Node that is supported, and start again.';
  if (result.library === null) return `A test badge would not be signed whole, so no badge is signed. ${remedy}`;
  const said = result.answer.answer === 'invalid' ? 'says that its signature is not valid' : `cannot check it (${result.answer.reason})`;
  return `A test badge was signed as badges are, and ${result.library} ${said}, so no badge is signed. ${remedy}`;
}

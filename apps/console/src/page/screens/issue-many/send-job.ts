import type { IssuanceJob, IssuanceJobOptions } from '@proofmark/schemas/api';
import type { Answer, Ask } from '../../api.js';
import type { SourceFile } from './start/source-file.js';

/**
 * Makes a job of a file.
 *
 * @param once - the same for the same intent, so that a second try makes no second job
 */
export function sendJob(ask: Ask, options: IssuanceJobOptions, { file }: SourceFile, once: string): Promise<Answer<IssuanceJob>> {
  const form = new FormData();
  // The service reads the form as it comes, so what is to be done stands before the file.
  form.set('options', JSON.stringify(options));
  form.set('file', file);
  return ask('POST', 'issuance-jobs', form, { once });
}

import type { Repositories } from '../ports.js';

/** Has the rows of an issuer issued that are due. */
export async function orderRows({ jobs }: Pick<Repositories, 'jobs'>, issuerId: string): Promise<void> {
  await jobs.add('issue-rows', [{ payload: { issuerId }, key: issuerId }]);
}

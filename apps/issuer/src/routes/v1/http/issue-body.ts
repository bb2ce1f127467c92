import type { FieldError, IssueCredential } from '@proofmark/schemas/api';
import { issueCredentialSchema } from '@proofmark/schemas/api';
import type { ReadIssueBody } from '../../../issuing/issuance-jobs/row-body.js';
import { done, refused } from '../../../issuing/result.js';
import { fieldErrors } from '../../../problems/index.js';
import { insecureUrls } from './insecure-urls.js';
import { withoutNulls } from './without-nulls.js';

const SAID_ONCE: FieldError = { pointer: '/onDuplicate', code: 'not-allowed', detail: 'is said once for all rows, with the job' };

/** Reads a row of a job as the body of a request that issues a badge, as the route does. `local`: plain http to this machine may be named. */
export function issueBodyReader(local: boolean): ReadIssueBody {
  return (value) => {
    const body = withoutNulls(value);
    const parsed = issueCredentialSchema.safeParse(body);
    let errors: readonly FieldError[] = parsed.success
      ? local
        ? []
        : insecureUrls(body)
      : fieldErrors(parsed.error.issues, value, issueCredentialSchema);
    if (parsed.success && parsed.data.onDuplicate !== undefined) errors = [...errors, SAID_ONCE];
    if (errors.length === 0 && parsed.success) return done<IssueCredential>(parsed.data);
    const count = errors.length === 1 ? 'One value is not valid' : `${errors.length} values are not valid`;
    return refused('invalid-request', `${count}.`, errors);
  };
}

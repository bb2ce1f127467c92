import { ACCESS } from './access.js';
import { ACHIEVEMENTS } from './achievements.js';
import { AFTER_ISSUE } from './after-issue.js';
import { ASSESSMENTS } from './assessments.js';
import { BULK_ACTS } from './bulk-acts.js';
import { CREDENTIALS } from './credentials.js';
import { EVIDENCE } from './evidence.js';
import { ISSUANCE_JOBS } from './issuance-jobs.js';
import { ISSUERS } from './issuers.js';
import { MAILS } from './mails.js';
import { type Member, type Members, member } from './member.js';
import { PASSKEYS } from './passkeys.js';
import { PEOPLE } from './people.js';
import { RECIPIENTS } from './recipients.js';
import { REPORTS } from './reports.js';
import { SIGN_ON } from './sign-on.js';
import { SKILLS } from './skills.js';
import { WEBHOOKS } from './webhooks.js';

export { HEADERS, PARAMETERS } from './fields.js';
export { BASE, type Member } from './member.js';

/** What every list has. */
export const PAGE: Readonly<Record<string, Member>> = {
  data: member('The things on this page, in the order of the list.'),
  next: {
    description: 'The cursor of the next page; null on the last one.',
    example: 'eyJhZnRlciI6IjAxOTNhMWM2In0',
    shown: null,
  },
};

/** What the document says of each member of each body. It stands here and not beside the schemas, which are also in browsers. */
export const MEMBERS: Members = {
  ...ISSUERS,
  ...ACHIEVEMENTS,
  ...SKILLS,
  ...CREDENTIALS,
  ...RECIPIENTS,
  ...MAILS,
  ...ISSUANCE_JOBS,
  ...BULK_ACTS,
  ...EVIDENCE,
  ...AFTER_ISSUE,
  ...ASSESSMENTS,
  ...ACCESS,
  ...WEBHOOKS,
  ...PEOPLE,
  ...PASSKEYS,
  ...REPORTS,
  ...SIGN_ON,
};

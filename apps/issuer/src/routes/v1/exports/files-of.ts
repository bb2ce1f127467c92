import type { IssuerExport } from '../../../issuing/exports/export-issuer.js';
import { representAchievement, representIssuer, representRecipient } from '../represent.js';
import { representEndorsement } from '../represent-credential.js';
import { badgesCsv, linesOf, recipientsCsv, representExported } from './represent-export.js';
import type { ZippedFile } from './zip-of.js';

const README = `What this issuer has in Proofmark, as of the time of this archive.

issuer.json           the issuer
achievements.ndjson   what can be earned, one a line
recipients.csv        who has badges, for a spreadsheet
recipients.ndjson     the same, one a line
credentials.csv       all badges, for a spreadsheet
credentials.ndjson    all badges, one a line: how each stands, the signed badge as JSON ("credential") and as a token ("jwt")
endorsements.ndjson   what others said of the badges, signed, one a line

In the CSV files an apostrophe stands before text that a spreadsheet would run as a formula. Signing keys, API keys, copies of work and private work are not
in here. The archive names people and their addresses: keep it as you keep those.
`;

/** Everything of an issuer, as files. */
export function filesOf(base: string, now: Date, found: IssuerExport): readonly ZippedFile[] {
  return [
    { name: 'README.txt', content: () => [README] },
    { name: 'issuer.json', content: () => [`${JSON.stringify(representIssuer(base, found.issuer), null, 2)}\n`] },
    { name: 'achievements.ndjson', content: () => linesOf(found.achievements(), (one) => representAchievement(base, one)) },
    { name: 'recipients.csv', content: () => recipientsCsv(found.recipients()) },
    { name: 'recipients.ndjson', content: () => linesOf(found.recipients(), representRecipient) },
    { name: 'credentials.csv', content: () => badgesCsv(base, now, found.badges()) },
    { name: 'credentials.ndjson', content: () => linesOf(found.badges(), (one) => representExported(base, now, one)) },
    { name: 'endorsements.ndjson', content: () => linesOf(found.endorsements(), (one) => representEndorsement(base, one)) },
  ];
}

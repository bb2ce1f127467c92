import type { Json, JsonObject } from '@proofmark/schemas';
import type { EndorseCredential } from '@proofmark/schemas/api';
import { newId } from '../identifiers.js';
import { readEndorsement } from '../monitoring/signed-endorsement.js';
import type { BadgeVerifier, IdSource } from '../ports.js';
import { done, invalid, type Result, refused } from '../result.js';
import type { NewEndorsement } from './endorse-credential.js';

/** Characters. Every reader of the work log fetches them. */
const MAX_LENGTH = 65_536;

/** Takes an endorsement that was signed elsewhere: it has to be genuine today, and about this badge. It is kept as it is. */
export async function verifyEndorsement(
  deps: IdSource & { readonly verifier: BadgeVerifier },
  badge: { readonly id: string; readonly issuerId: string },
  { credential, jwt }: Pick<EndorseCredential, 'credential' | 'jwt'>,
): Promise<Result<NewEndorsement>> {
  const signed = jwt === undefined ? ({ form: 'json', body: JSON.stringify(credential) } as const) : ({ form: 'jwt', body: jwt } as const);
  const pointer = `/${jwt === undefined ? 'credential' : 'jwt'}`;
  if (signed.body.length > MAX_LENGTH)
    return invalid(pointer, 'too-long', `has ${signed.body.length} characters; at most ${MAX_LENGTH} are taken`);
  const view = readEndorsement(signed);
  if (view === null || !view.types.includes('EndorsementCredential')) {
    return no('It is no EndorsementCredential of Open Badges 3.0.', pointer);
  }
  if (view.about !== badge.id) return no(`It is not about this badge, whose id is ${badge.id}.`, pointer);
  const input = jwt === undefined ? { json: credential as JsonObject as Json } : { text: jwt };
  // A stranger signed it, so it is looked at apart; its issuer pays for the time.
  const report = await deps.verifier.verify(input, deps.clock.now().getTime(), `issuer ${badge.issuerId}`);
  if (report === 'limit') return no('To verify it takes more time or memory than one verification is given.', pointer);
  if (report === 'busy')
    return refused(
      'too-many-requests',
      'Too much is being verified at this moment. Send the request again after the seconds in Retry-After.',
    );
  if (!report.verdict.startsWith('genuine')) {
    const checks = report.because.flatMap((check) => {
      const outcome = report.checks[check];
      return 'code' in outcome ? [`${check} (${outcome.code})`] : [];
    });
    return no(`Verified now, it is ${[report.verdict, checks.join(', ')].filter((text) => text !== '').join(': ')}.`, pointer);
  }
  return done({ id: newId(deps), ...signed, assessor: null });
}

function no(detail: string, pointer: string): Result<never> {
  return refused('endorsement-refused', `${detail} Bring one that was signed for it and verifies, or name an \`assessor\`.`, [
    {
      pointer,
      code: 'not-allowed',
      detail: 'does not hold as an endorsement of this badge',
    },
  ]);
}

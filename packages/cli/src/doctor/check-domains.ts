import type { DidDocument } from '@proofmark/proofs';
import { askLinkedDomains, type DomainAnswer } from '@proofmark/verifying';
import { type Finding, note, ok, problem, unknown } from './finding.js';
import type { Look } from './look.js';
import { JSON_TYPES, servedFindings } from './served.js';

const CLAIM = 'Claim one (POST /v1/issuers/{id}/domains, or LinkedDomains in the DID document), and host the document that proves it.';

const REMEDIES: Readonly<Record<string, string>> = {
  'not-an-origin': 'An entry of LinkedDomains is an origin: https:// and a host, without a path.',
  'no-configuration': 'Host the DID configuration at /.well-known/did-configuration.json of the domain.',
  malformed: 'A DID configuration is a JSON object with an array "linked_dids".',
  'other-issuer': 'Add the domain linkage credential of this issuer to "linked_dids".',
  signature: 'Sign the domain linkage credential with a key of the DID document, and host the new one.',
  expired: 'Sign a new domain linkage credential, and host it.',
  'not-yet-valid': 'The domain linkage credential begins later than now; check the clock of the machine that signed it.',
};

/** Whether the web domains that the issuer names confirm it, and how they are served (DIF Well Known DID Configuration). */
export async function checkDomains({ id, services }: DidDocument, look: Look, now: number): Promise<readonly Finding[]> {
  const endpoints = services.filter(({ types }) => types.includes('LinkedDomains')).flatMap((service) => service.endpoints);
  const answers = await askLinkedDomains(id, endpoints, look.ports, now);
  const served = look.askedFor('domain').filter(({ fetched }) => fetched.ok);
  const serving = { id: 'domain-document', name: 'The DID configuration of the domain', types: JSON_TYPES, missing: '' };
  const findings = [...answers.map(describe), ...served.flatMap((looked) => servedFindings(looked, serving))];
  if (findings.length > 0) return findings;
  const text = endpoints.length === 0 ? 'The issuer claims no web domain of its own.' : 'The issuer names the host that it lives under.';
  return [note('domain', `${text} Readers see only the host of its identifier, where others have accounts too.`, CLAIM)];
}

function describe(answer: DomainAnswer): Finding {
  const { domain } = answer;
  switch (answer.kind) {
    case 'proven':
      return ok('domain', `The web domain ${domain} and the issuer name each other.`);
    case 'unreachable':
      return unknown('domain', `The web domain ${domain} could not be asked (${answer.reason}).`, 'Check that it answers over https.');
    case 'undecided':
      return note(
        'domain',
        `The web domain ${domain} names the issuer with a proof (${answer.suite}) that few verifiers know.`,
        'Use a token (JWT).',
      );
    case 'mismatch': {
      const remedy =
        REMEDIES[answer.fault] ?? 'Make a new domain linkage credential: issuer and subject are the DID, origin is the domain.';
      return problem('domain', `The web domain ${domain} does not confirm the issuer (${answer.fault}).`, remedy);
    }
  }
}

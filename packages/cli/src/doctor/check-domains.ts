import { doctorTexts } from '@proofmark/messages/terminal';
import type { DidDocument } from '@proofmark/proofs';
import { askLinkedDomains, type DomainAnswer } from '@proofmark/verifying';
import { type Finding, note, ok, problem, unknown } from './finding.js';
import type { Look } from './look.js';
import { JSON_TYPES, servedFindings } from './served.js';

const texts = doctorTexts.domains;
const REMEDIES: Readonly<Record<string, string>> = texts.remedies;

/** Whether the web domains that the issuer names confirm it, and how they are served (DIF Well Known DID Configuration). */
export async function checkDomains({ id, services }: DidDocument, look: Look, now: number): Promise<readonly Finding[]> {
  const endpoints = services.filter(({ types }) => types.includes('LinkedDomains')).flatMap((service) => service.endpoints);
  const answers = await askLinkedDomains(id, endpoints, look.ports, now);
  const served = look.askedFor('domain').filter(({ fetched }) => fetched.ok);
  const serving = { id: 'domain-document', name: texts.name, types: JSON_TYPES, missing: '' };
  const findings = [...answers.map(describe), ...served.flatMap((looked) => servedFindings(looked, serving))];
  if (findings.length > 0) return findings;
  return [note('domain', endpoints.length === 0 ? texts.none : texts['own-host'], texts.claim)];
}

function describe(answer: DomainAnswer): Finding {
  const { domain } = answer;
  switch (answer.kind) {
    case 'proven':
      return ok('domain', texts.ok({ domain }));
    case 'unreachable':
      return unknown('domain', texts.unreachable.text({ domain, reason: answer.reason }), texts.unreachable.remedy);
    case 'undecided':
      return note('domain', texts.undecided.text({ domain, suite: answer.suite }), texts.undecided.remedy);
    case 'mismatch':
      return problem('domain', texts.mismatch({ domain, fault: answer.fault }), REMEDIES[answer.fault] ?? texts.remedies.other);
  }
}

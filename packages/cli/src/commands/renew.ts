import { randomUUID } from 'node:crypto';
import type { RenewCredential } from '@proofmark/schemas/api';
import type { Command } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { credentialId } from '../input/credential-id.js';
import { jsonIn } from '../input/json-request.js';
import { issuedEvidenceText } from '../output/issued-evidence-text.js';
import { plain, type Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly evidence?: readonly string[];
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly request?: string;
  readonly idempotencyKey?: string;
  readonly json?: boolean;
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** `proofmark renew <badge>`: issues a new badge over new work to the same person. */
export function addRenew(program: Command, terminal: Terminal): void {
  const command = program
    .command('renew')
    .description('Issue a new badge over new work to the person of an old one. The old badge stays as it is, and each leads to the other.')
    .argument('<badge>', "the badge's address or id")
    .option('--evidence <url>', 'a link to the new work; may be given several times', collect)
    .option('--valid-from <time>', 'RFC 3339 with a zone; default: now')
    .option('--valid-until <time>', "RFC 3339 with a zone; default: by the achievement's validity")
    .option('--request <file>', 'the whole request as JSON (results, narratives …) instead of the options above')
    .option('--idempotency-key <key>', 'repeat a request safely: the same key answers the same badge')
    .option('--json', "print the service's answer");
  addApiOptions(command).action(async (badge: string, options: Options) => {
    const id = credentialId(badge);
    const body = options.request === undefined ? bodyOf(options) : await jsonIn<RenewCredential>(options.request);
    const idempotencyKey = options.idempotencyKey ?? randomUUID();
    const renewed = await (await clientOf(options)).credentials.renew(id, body, { idempotencyKey });
    terminal.out(options.json ? `${JSON.stringify(renewed)}\n` : `Renewed: ${plain(renewed.url)}\n${issuedEvidenceText(renewed.evidence)}`);
  });
}

function bodyOf({ evidence = [], validFrom, validUntil }: Options): RenewCredential {
  return { evidence: evidence.map((url) => ({ url })), ...(validFrom && { validFrom }), ...(validUntil && { validUntil }) };
}

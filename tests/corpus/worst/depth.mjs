// Deep documents: what calls itself for each level runs out of stack.
import { badge, did, falseProof, generic, OB3, range, token, unsigned, VC2 } from './badge.mjs';

const text = (make) => async () => ({ input: { text: await make() } });
const case_ = (name, make) => ({ name, kind: 'depth', make: text(make) });
const json = (name, make) => case_(name, () => JSON.stringify(make()));

const nest = (levels, wrap, inner) => range(levels).reduce((value) => wrap(value), inner);
const around = (open, close, count) => `${open.repeat(count)}${close.repeat(count)}`;
const JWT_HEADER = { alg: 'EdDSA', kid: `${did}#x` };

const endorsement = (inner) => ({
  '@context': [VC2, OB3],
  id: 'urn:x:e',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'x',
  issuer: { id: did, type: ['Profile'] },
  validFrom: '2026-11-22T09:00:00Z',
  credentialSubject: { id: 'urn:x:1', type: ['EndorsementSubject'] },
  ...(inner === null ? {} : { endorsement: [inner] }),
  proof: falseProof(),
});

export const DEPTH = [
  case_('400000 open brackets', () => '['.repeat(400_000)),
  case_('200000 arrays inside of each other', () => around('[', ']', 200_000)),
  case_('100000 objects inside of each other', () => around('{"a":', '}', 100_000).replace(':}', ':1}')),
  case_('a badge whose name is 100000 arrays deep', () =>
    JSON.stringify(badge({ name: 0 })).replace('"name":0', `"name":${around('[', ']', 100_000)}`),
  ),
  json('a badge whose name is 45 objects deep', () => badge({ name: nest(45, (name) => ({ name }), 'x') })),
  json('a generic credential with 45 levels of one name', () => generic({ name: nest(40, (name) => ({ name }), 'x') })),
  json('a generic credential with 46 levels of arrays', () => generic({ name: nest(44, (item) => [item], 'x') })),
  json('45 levels of arrays of two', () => generic({ name: nest(40, (item) => [item, item.length > 9 ? 1 : [1]], 'x') })),
  json('20 endorsements inside of each other', () => badge({ endorsement: [nest(20, endorsement, null)] })),
  json('a presentation of a presentation, 20 levels', () =>
    nest(20, (vp) => ({ '@context': [VC2], type: ['VerifiablePresentation'], verifiableCredential: [vp] }), badge()),
  ),
  json('an envelope in an envelope, three levels', () => {
    const envelope = (inner) => ({ '@context': [VC2], type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${inner}` });
    return nest(3, (inner) => envelope(token(JWT_HEADER, inner)), unsigned());
  }),
  case_('a token whose payload is 200000 arrays deep', () => token(JWT_HEADER, around('[', ']', 200_000))),
  case_('a token whose header is 100000 objects deep', () => token(around('{"a":', '}', 100_000).replace(':}', ':1}'), unsigned())),
  case_('a token whose payload has 30 levels of `vc`', () =>
    token(
      JWT_HEADER,
      nest(30, (vc) => ({ vc }), unsigned()),
    ),
  ),
];

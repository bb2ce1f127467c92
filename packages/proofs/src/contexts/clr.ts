const CLR = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';
const ALIASES = { id: '@id', type: '@type' };

function set(term: string, type: string): object {
  return { '@id': `${CLR}${term}`, '@type': type, '@container': '@set' };
}

/**
 * The JSON-LD context of CLR Standard 2.0, which no package carries. `xsd` is no prefix there, so that `xsd:boolean` and `xsd:anyURI`
 * are datatypes of exactly these names; a signature covers them as they are, so they must not be put right.
 */
function clrContext(openBadgesVocabulary: string, clrCredential: object, later: object): object {
  return {
    '@context': {
      ...ALIASES,
      ClrCredential: { '@id': `${CLR}ClrCredential`, '@context': { ...ALIASES, ...clrCredential } },
      ClrSubject: {
        '@id': `${CLR}ClrSubject`,
        '@context': {
          ...ALIASES,
          cred: 'https://www.w3.org/2018/credentials#',
          obi: openBadgesVocabulary,
          achievement: set('achievement', 'obi:Achievement'),
          association: set('association', `${CLR}Association`),
          verifiableCredential: set('verifiableCredential', 'cred:verifiableCredential'),
          ...later,
        },
      },
      Association: {
        '@id': `${CLR}Association`,
        '@context': {
          associationType: { '@id': `${CLR}AssociationType` },
          sourceId: { '@id': `${CLR}sourceId`, '@type': 'xsd:anyURI' },
          targetId: { '@id': `${CLR}targetId`, '@type': 'xsd:anyURI' },
        },
      },
    },
  };
}

/** The first revision, at `…/clr/v2p0/context.json`. */
export const CLR_2_0_0: object = clrContext('https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#', {}, {});

/** The second one, which adds `partial` and the subject's `identifier` and mends the prefix. */
export const CLR_2_0_1: object = clrContext(
  'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
  { partial: { '@id': `${CLR}partial`, '@type': 'xsd:boolean' } },
  { identifier: set('identifier-1', 'obi:Identifier') },
);

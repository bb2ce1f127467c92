/** The context of DIF's Well Known DID Configuration. Its words are few, and none of them is a badge's, so it is pinned for none. */
export const DID_CONFIGURATION_CONTEXT = 'https://identity.foundation/.well-known/did-configuration/v1';

const TERMS = 'https://identity.foundation/.well-known/resources/did-configuration/#';

/** The context by its address, to canonicalise a domain linkage credential. */
export const DID_CONFIGURATION: ReadonlyMap<string, object> = new Map([
  [
    DID_CONFIGURATION_CONTEXT,
    {
      '@context': {
        '@version': 1.1,
        '@protected': true,
        LinkedDomains: `${TERMS}LinkedDomains`,
        DomainLinkageCredential: `${TERMS}DomainLinkageCredential`,
        origin: `${TERMS}origin`,
        linked_dids: `${TERMS}linked_dids`,
      },
    },
  ],
]);

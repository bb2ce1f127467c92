/**
 * Public registries of issuers, with the addresses that their operators publish (read in November 2026). None is asked before the reader chooses it.
 * The Digital Credentials Consortium lists its members, and issuers that members vouch for.
 */
export const PUBLIC_REGISTRIES: readonly { readonly name: string; readonly url: string }[] = [
  { name: 'DCC Registry', url: 'https://digitalcredentials.github.io/dcc-registry/registry.json' },
  { name: 'DCC Community Registry', url: 'https://digitalcredentials.github.io/community-registry/registry.json' },
];

export const isPublicRegistry = (address: string): boolean => PUBLIC_REGISTRIES.some(({ url }) => url === address);

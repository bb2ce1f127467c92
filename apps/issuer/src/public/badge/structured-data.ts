import { isUrl } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import { type Addresses, badgeAddress } from '../layout/addresses.js';
import { plainText } from '../layout/plain-text.js';
import type { BadgePage } from './badge-view.js';

/**
 * The badge as search engines and hiring systems read it (schema.org, EducationalOccupationalCredential): what the badge says, and the
 * addresses of the badge and of the work. The person is not in it: whoever indexes pages shall not be handed a list of people.
 */
export function structuredData({ id, badge }: Pick<BadgePage, 'id' | 'badge'>, at: Addresses): JsonObject {
  const address = badgeAddress({ id }, at);
  const { achievement, issuer, validFrom, validUntil, language } = badge;
  const work = badge.evidence.filter((item) => isWeb(item.id));
  const keywords = (achievement.tag ?? []).map(plainText);
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalCredential',
    '@id': address,
    url: address,
    name: plainText(badge.title),
    description: plainText(badge.description),
    credentialCategory: 'badge',
    image: `${address}.png`,
    ...(language === null ? {} : { inLanguage: language }),
    recognizedBy: {
      '@type': 'Organization',
      name: plainText(issuer.name),
      identifier: issuer.did,
      ...(isWeb(issuer.url) ? { url: issuer.url } : {}),
    },
    ...(validFrom === null ? {} : { dateCreated: validFrom.toISOString() }),
    ...(validUntil === null ? {} : { expires: validUntil.toISOString() }),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...((achievement.alignment ?? []).length > 0
      ? {
          competencyRequired: (achievement.alignment ?? []).map(({ targetName, targetUrl, targetFramework }) => ({
            '@type': 'DefinedTerm',
            name: plainText(targetName),
            ...(isWeb(targetUrl) ? { url: targetUrl } : {}),
            ...(targetFramework === undefined ? {} : { inDefinedTermSet: plainText(targetFramework) }),
          })),
        }
      : {}),
    ...(work.length > 0
      ? {
          isBasedOn: work.map(({ id: url, name }) => ({
            '@type': 'CreativeWork',
            url: url ?? null,
            ...(name === undefined ? {} : { name: plainText(name) }),
          })),
        }
      : {}),
  };
}

const isWeb = (url: string | null | undefined): boolean => url !== null && url !== undefined && /^https?:\/\//i.test(url) && isUrl(url);

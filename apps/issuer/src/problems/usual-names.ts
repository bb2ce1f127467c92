/** What other systems call our members: each list of words stands for the first of our names that a place has. */
const USUAL: readonly (readonly [ours: readonly string[], words: string])[] = [
  [['name'], 'title label displayName fullName firstName lastName givenName familyName recipientName badgeName studentName'],
  [['alignment'], 'skills skill competencies competency alignments standards'],
  [['tag'], 'tags keywords keyword topics'],
  [['validFrom'], 'issuedOn issuedAt issueDate issuanceDate awardedDate awardedAt startDate startsAt start from date'],
  [['validUntil', 'expiresAt', 'validFor'], 'expires expiresAt expiresOn expiry expiryDate expirationDate endDate endsAt end until'],
  [['validFor'], 'duration validity validityPeriod expiresAfter'],
  [['email', 'recipient'], 'mail emailAddress recipientEmail identity address email'],
  [['recipient'], 'user learner student earner holder person participant candidate to'],
  [['evidence', 'url'], 'work works project projects artifact artifacts links portfolio attachments proof'],
  [['url', 'origin'], 'link href uri website homepage web site domain'],
  [['narrative', 'comment', 'description', 'reason'], 'text note notes message body summary remarks'],
  [['criteria'], 'requirements criterion'],
  [['comment'], 'endorsementComment narrative description'],
  [['results'], 'result grades marks scores'],
  [['value', 'results', 'allowedValue'], 'grade score mark points'],
  [['allowedValue'], 'values allowedValues options choices'],
  [['resultDescription'], 'resultDescriptions results'],
  [['rubricCriterionLevel'], 'levels rubric rubricLevels'],
  [['achievementType', 'resultType', 'kind', 'targetType'], 'type category kind badgeType'],
  [['image'], 'logo picture icon imageUrl avatar photo'],
  [['inLanguage'], 'language lang locale'],
  [['creditsAvailable'], 'credits ects creditHours creditsEarned'],
  [['humanCode', 'targetCode'], 'code courseCode'],
  [['evidencePolicy'], 'policy requirements evidenceRequired'],
  [['pinned'], 'pin fixed immutable'],
  [['min'], 'minimum count required'],
  [['maxAge'], 'age maximumAge'],
  [['scopes'], 'scope permissions roles rights'],
  [['issuerId', 'issuer'], 'issuer issuerId organisation organization tenant'],
  [['achievementId', 'achievement'], 'achievement badge badgeClass badgeClassId template templateId'],
  [['credentialId', 'credential'], 'credential assertion assertionId'],
  [['linkedinOrganizationId'], 'linkedin linkedinId linkedInUrl linkedinCompanyId'],
  [['cursor', 'after'], 'page offset start next startingAfter pageToken continuationToken'],
  [['limit'], 'size pageSize perPage per_page count max'],
  [['state'], 'status revoked expired'],
  [['mode'], 'test sandbox environment live'],
  [['slug'], 'id handle shortName identifier'],
  [['did'], 'id didKey wallet'],
  [['mediaType'], 'mimeType contentType mime'],
  [['content'], 'data file bytes base64'],
  [['digestMultibase'], 'hash digest sha256 checksum'],
  [['for'], 'viewer reader name recipient'],
  [['days'], 'expires expiresAt validUntil expiresIn'],
  [['maxViews'], 'views max uses limit'],
  [['reason'], 'revocationReason why'],
  [['archived'], 'archive active deleted status'],
  [['assessor'], 'endorser issuer teacher assessorName'],
];

/** A name without what differs between ways of writing it. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, '');

const OURS: ReadonlyMap<string, readonly string[]> = USUAL.reduce((all, [ours, words]) => {
  for (const word of words.split(' ')) all.set(plain(word), [...(all.get(plain(word)) ?? []), ...ours]);
  return all;
}, new Map<string, readonly string[]>());

/** Our names for what a caller may mean by a name, the likeliest first. */
export function oursFor(name: string): readonly string[] {
  return name.length > 40 ? [] : (OURS.get(plain(name)) ?? []);
}

import type { JsonObject } from '@proofmark/primitives';

/** A picture: `id` is an address or a data URI (Open Badges 3.0, Image; nothing else may stand in it but `caption`). */
export interface Image extends JsonObject {
  readonly id: string;
  readonly type: 'Image';
  readonly caption?: string;
}

/** Who issued the badge. We always write an object with a type, since the official validator refuses a bare string. */
export interface IssuerProfile extends JsonObject {
  readonly id: string;
  readonly type: readonly ['Profile'];
  readonly name: string;
  readonly url?: string;
  readonly description?: string;
  readonly email?: string;
  readonly image?: Image;
  readonly otherIdentifier?: readonly IdentifierEntry[];
}

/** An identifier of a profile, under a name of the standard or one that begins with `ext:`. */
export interface IdentifierEntry extends JsonObject {
  readonly type: 'IdentifierEntry';
  readonly identifier: string;
  readonly identifierType: string;
}

/** A link from an achievement to a skill in a public framework. */
export interface Alignment extends JsonObject {
  readonly type: readonly ['Alignment'];
  readonly targetName: string;
  readonly targetUrl: string;
  readonly targetCode?: string;
  readonly targetDescription?: string;
  readonly targetFramework?: string;
  readonly targetType?: string;
}

export interface Criteria extends JsonObject {
  readonly id?: string;
  readonly narrative?: string;
}

export interface RubricCriterionLevel extends JsonObject {
  readonly id: string;
  readonly type: readonly ['RubricCriterionLevel'];
  readonly name: string;
  readonly description?: string;
  readonly level?: string;
  readonly points?: string;
}

/** A result that the achievement may carry; a `Result` links to it by its `id`. */
export interface ResultDescription extends JsonObject {
  readonly id: string;
  readonly type: readonly ['ResultDescription'];
  readonly name: string;
  readonly resultType: string;
  readonly allowedValue?: readonly string[];
  readonly requiredLevel?: string;
  readonly requiredValue?: string;
  readonly rubricCriterionLevel?: readonly RubricCriterionLevel[];
  readonly valueMax?: string;
  readonly valueMin?: string;
}

export interface Result extends JsonObject {
  readonly type: readonly ['Result'];
  readonly resultDescription?: string;
  readonly achievedLevel?: string;
  readonly status?: string;
  readonly value?: string;
}

/** What was achieved, copied whole into the badge, so that it can be read when nothing else answers. */
export interface Achievement extends JsonObject {
  readonly id: string;
  readonly type: readonly ['Achievement'];
  readonly name: string;
  readonly description: string;
  readonly criteria: Criteria;
  readonly achievementType?: string;
  readonly alignment?: readonly Alignment[];
  readonly tag?: readonly string[];
  readonly image?: Image;
  readonly inLanguage?: string;
  readonly fieldOfStudy?: string;
  readonly specialization?: string;
  readonly humanCode?: string;
  readonly creditsAvailable?: number;
  readonly version?: string;
  readonly resultDescription?: readonly ResultDescription[];
}

/** One piece of evidence, pinned with standard terms (VC Data Model 2.0, 5.3 `digestMultibase`, `mediaType`). */
export interface Evidence extends JsonObject {
  readonly type: readonly ['Evidence'];
  readonly id?: string;
  readonly name?: string;
  readonly narrative?: string;
  readonly description?: string;
  readonly genre?: string;
  readonly audience?: string;
  readonly mediaType?: string;
  readonly digestMultibase?: string;
}

/** Says who the recipient is without saying it: a salted hash of an e-mail address, or a name in clear if the provider wants it. */
export interface IdentityObject extends JsonObject {
  readonly type: 'IdentityObject';
  readonly hashed: boolean;
  readonly identityHash: string;
  readonly identityType: string;
  readonly salt?: string;
}

export interface AchievementSubject extends JsonObject {
  readonly id: string;
  readonly type: readonly ['AchievementSubject'];
  readonly identifier?: readonly IdentityObject[];
  readonly achievement: Achievement;
  readonly result?: readonly Result[];
  readonly narrative?: string;
  readonly role?: string;
  readonly term?: string;
  readonly licenseNumber?: string;
  readonly creditsEarned?: number;
  readonly activityStartDate?: string;
  readonly activityEndDate?: string;
}

/** A position in a status list (Bitstring Status List 1.0, 2.1). The index is text, as the specification wants it. */
export interface StatusEntry extends JsonObject {
  readonly id: string;
  readonly type: 'BitstringStatusListEntry';
  readonly statusPurpose: 'revocation' | 'suspension';
  readonly statusListIndex: string;
  readonly statusListCredential: string;
  readonly statusReference?: string;
}

/** A document that the badge is bound to by its digest (VC Data Model 2.0, 5.3). */
export interface RelatedResource extends JsonObject {
  readonly id: string;
  readonly mediaType?: string;
  readonly digestSRI?: string;
  readonly digestMultibase?: string;
}

/** The whole badge before it is signed: what is stored first, and what both proof formats sign. */
export interface UnsignedCredential extends JsonObject {
  readonly '@context': readonly string[];
  readonly id: string;
  /** The two classes, and `TEST_TYPE` for what a test issuer signs. */
  readonly type: readonly ['VerifiableCredential', 'OpenBadgeCredential', ...string[]];
  readonly issuer: IssuerProfile;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly awardedDate?: string;
  readonly name: string;
  readonly description?: string;
  readonly image?: Image;
  readonly credentialSubject: AchievementSubject;
  readonly evidence?: readonly Evidence[];
  readonly relatedResource?: readonly RelatedResource[];
  readonly credentialStatus?: StatusEntry;
}

/** An endorsement before it is signed (Open Badges 3.0, B.1.5). */
export interface UnsignedEndorsement extends JsonObject {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly type: readonly ['VerifiableCredential', 'EndorsementCredential', ...string[]];
  readonly issuer: IssuerProfile;
  readonly validFrom: string;
  readonly name: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: readonly ['EndorsementSubject'];
    /** Markdown. */
    readonly endorsementComment: string;
  };
}

/** A status list before it is signed (Bitstring Status List 1.0, 2.2). */
export interface UnsignedStatusList extends JsonObject {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly type: readonly ['VerifiableCredential', 'BitstringStatusListCredential'];
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly termsOfUse?: readonly { readonly id: string; readonly type: string }[];
  readonly credentialSubject: {
    readonly id: string;
    readonly type: 'BitstringStatusList';
    readonly statusPurpose: 'revocation' | 'suspension';
    readonly encodedList: string;
    readonly ttl?: number;
  };
}

import type { IdentityObject, RelatedResource } from '@proofmark/schemas';

/** A picture by its address, or with a caption for those who cannot see it. */
export type ImageInput = string | { readonly id: string; readonly caption?: string | undefined };

/** Who issues. `id` is the DID; `url` the home page. */
export interface IssuerInput {
  readonly id: string;
  readonly name: string;
  readonly url?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly image?: ImageInput | null | undefined;
}

export interface AlignmentInput {
  readonly targetName: string;
  readonly targetUrl: string;
  readonly targetCode?: string | null | undefined;
  readonly targetDescription?: string | null | undefined;
  readonly targetFramework?: string | null | undefined;
  readonly targetType?: string | null | undefined;
}

export interface ResultDescriptionInput {
  readonly id: string;
  readonly name: string;
  readonly resultType: string;
  readonly allowedValue?: readonly string[] | null | undefined;
  readonly requiredLevel?: string | null | undefined;
  readonly requiredValue?: string | null | undefined;
  readonly rubricCriterionLevel?:
    | readonly {
        readonly id: string;
        readonly name: string;
        readonly description?: string | null | undefined;
        readonly level?: string | null | undefined;
        readonly points?: string | null | undefined;
      }[]
    | null
    | undefined;
  readonly valueMax?: string | null | undefined;
  readonly valueMin?: string | null | undefined;
}

/** What is awarded. It is copied whole into the badge. */
export interface AchievementInput {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly criteria: { readonly id?: string | null | undefined; readonly narrative?: string | null | undefined };
  readonly achievementType?: string | null | undefined;
  readonly alignment?: readonly AlignmentInput[] | null | undefined;
  readonly tag?: readonly string[] | null | undefined;
  readonly image?: ImageInput | null | undefined;
  readonly inLanguage?: string | null | undefined;
  readonly fieldOfStudy?: string | null | undefined;
  readonly specialization?: string | null | undefined;
  readonly humanCode?: string | null | undefined;
  readonly creditsAvailable?: number | null | undefined;
  readonly version?: string | null | undefined;
  readonly resultDescription?: readonly ResultDescriptionInput[] | null | undefined;
}

/** Who receives. The e-mail address itself never comes this far: `identity` is its salted hash, made by `emailIdentity`. */
export interface RecipientInput {
  /** The learner's DID, or a fresh `urn:uuid:`. A subject always has an id, or the VC-JWT would have no `sub`. */
  readonly id: string;
  readonly identity?: IdentityObject | null | undefined;
  /** The person's name in clear, only when the provider chose so. */
  readonly name?: string | null | undefined;
}

export interface EvidenceInput {
  readonly id?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly narrative?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly genre?: string | null | undefined;
  readonly audience?: string | null | undefined;
  readonly mediaType?: string | null | undefined;
  /** Multibase `u` of a sha2-256 multihash of the bytes behind `id`. */
  readonly digestMultibase?: string | null | undefined;
}

export interface ResultInput {
  /** The id of a result description of the same achievement. */
  readonly resultDescription?: string | null | undefined;
  readonly value?: string | null | undefined;
  readonly status?: string | null | undefined;
  readonly achievedLevel?: string | null | undefined;
}

/** A place in a status list: the list's address and the index in it. */
export interface StatusInput {
  readonly list: string;
  readonly index: number;
  readonly purpose?: 'revocation' | 'suspension';
  /** An address that tells the reason and date once the bit is set. */
  readonly reference?: string | null | undefined;
}

/** All that a badge is made of. Times are milliseconds since 1970 UTC, cut to whole seconds. */
export interface CredentialInput {
  /** The address at which the badge is served. */
  readonly id: string;
  readonly issuer: IssuerInput;
  readonly achievement: AchievementInput;
  readonly recipient: RecipientInput;
  readonly validFrom: number;
  readonly validUntil?: number | null | undefined;
  readonly awardedDate?: number | null | undefined;
  /** The badge's own name; the achievement's when absent. */
  readonly name?: string | null | undefined;
  readonly evidence?: readonly EvidenceInput[] | null | undefined;
  readonly results?: readonly ResultInput[] | null | undefined;
  readonly narrative?: string | null | undefined;
  readonly relatedResource?: readonly RelatedResource[] | null | undefined;
  readonly status?: StatusInput | null | undefined;
  /** Made by a test issuer: its `type` then says so (`TEST_TYPE`), and the issuer's name ends in " (TEST)". */
  readonly test?: boolean;
}

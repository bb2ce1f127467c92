/** The classes of Open Badges 3.0, CLR 2.0 and Verifiable Credentials that a badge is made of. `V1` marks the VC 1.1 form. */
export type ClassName =
  | 'Node'
  | 'VerifiableCredential'
  | 'VerifiableCredentialV1'
  | 'AchievementCredential'
  | 'AchievementCredentialV1'
  | 'EndorsementCredential'
  | 'EndorsementCredentialV1'
  | 'ClrCredential'
  | 'ClrCredentialV1'
  | 'BitstringStatusListCredential'
  | 'StatusList2021Credential'
  | 'VerifiablePresentation'
  | 'EnvelopedVerifiableCredential'
  | 'Issuer'
  | 'Subject'
  | 'AchievementSubject'
  | 'EndorsementSubject'
  | 'ClrSubject'
  | 'BitstringStatusList'
  | 'StatusList2021'
  | 'Association'
  | 'Achievement'
  | 'Criteria'
  | 'Alignment'
  | 'Related'
  | 'ResultDescription'
  | 'RubricCriterionLevel'
  | 'Result'
  | 'Evidence'
  | 'Profile'
  | 'Address'
  | 'GeoCoordinates'
  | 'IdentifierEntry'
  | 'IdentityObject'
  | 'Image'
  | 'CredentialSchema'
  | 'BitstringStatusListEntry'
  | 'StatusList2021Entry'
  | 'RevocationList'
  | 'CredentialStatus'
  | 'StatusMessage'
  | 'RefreshService'
  | 'TermsOfUse'
  | 'RelatedResource'
  | 'RenderMethod'
  | 'ConfidenceMethod'
  | 'Proof';

/**
 * What a property's value is.
 * `id` names a node (JSON-LD `@id`), `uri` is an address written as text, `text` is prose that may carry a language,
 * `string` is any other text, `term` is a word of a vocabulary, `index` a status-list position, `object` a node of one of `classes`.
 */
export type Kind =
  | 'object'
  | 'id'
  | 'uri'
  | 'type'
  | 'context'
  | 'text'
  | 'string'
  | 'term'
  | 'dateTimeZ'
  | 'dateTime'
  | 'date'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'jws'
  | 'index'
  | 'identityHash';

/** One property of a class. */
export interface PropertyDefinition {
  readonly name: string;
  readonly kind: Kind;
  /** For `object`: the classes that may stand here; the first that fits the node's `type` is meant. Otherwise empty. */
  readonly classes: readonly ClassName[];
  /** For `object`: a bare URI may stand for the node (`issuer`). */
  readonly idOk: boolean;
  /** For `term`: the name of the vocabulary. Otherwise null. */
  readonly vocabulary: string | null;
  readonly required: boolean;
  /** The property is a set. A single value is read all the same; see `singleOk`. */
  readonly many: boolean;
  /** Of a set: the specification itself lets one value stand without its array (OB 3.0, serialisation). */
  readonly singleOk: boolean;
  /** Of a single value: VC 2.0 lets an array stand, though OB 3.0 does not. */
  readonly arrayOk: boolean;
}

/** One class, with inherited properties included. */
export interface ClassDefinition {
  readonly name: ClassName;
  /** The node's `type` must contain one word of every group. No group: the class asks for nothing. */
  readonly types: readonly (readonly string[])[];
  /** `exact`: `type` is that one string and nothing else; `any`: some type must be given. */
  readonly typeRule: 'contains' | 'exact' | 'any' | 'optional';
  /** No property but those listed may stand (`additionalProperties: false` in the published schema). */
  readonly closed: boolean;
  readonly properties: ReadonlyMap<string, PropertyDefinition>;
}

import type { ClassName } from './model.js';

/*
 * One line of notation per class, read by `classes.ts`:
 *
 *   <Base          takes over the properties of Base
 *   =A|B           `type` contains A or B (several such words: all of them); `==A`: `type` is exactly A; `=*`: some type
 *   type!~:type    the specification wants `type` to be one word, not an array (`==` says so too)
 *   closed         nothing else may stand in the object
 *   name:kind      0..1     name!:kind  1     name*:kind  0..n     name+:kind  1..n
 *   name~:kind     the other way of writing is legal too: one value without its array, or an array of a single value
 *   kind           a scalar kind, `@vocabulary`, `Class|Class`, or `Class|id` where a bare URI may stand for the object
 */

const CREDENTIALS = `AchievementCredential|AchievementCredentialV1|EndorsementCredential|EndorsementCredentialV1|ClrCredential|\
ClrCredentialV1|EnvelopedVerifiableCredential|VerifiableCredential|VerifiableCredentialV1`;
const ENDORSEMENTS = 'endorsement*:EndorsementCredential|EndorsementCredentialV1 endorsementJwt*:jws';
const STATUS = 'BitstringStatusListEntry|StatusList2021Entry|RevocationList|CredentialStatus';

/** Every class: Open Badges 3.0 appendix B, CLR 2.0, Verifiable Credentials 2.0 and 1.1, Bitstring Status List 1.0, Data Integrity 1.0. */
export const TABLES: Readonly<Record<ClassName, string>> = {
  // Terms that the contexts define for any node; they are inert where no class gives them a meaning.
  Node: 'id:id name:text description:text narrative:text url:uri inLanguage:string image:Image mediaType:string digestMultibase~:string digestSRI~:string alignment*:Alignment jti:string',

  VerifiableCredential: `=VerifiableCredential @context+:context id:id name:text description:text issuer!:Issuer|id validFrom:dateTimeZ
    validUntil:dateTimeZ credentialSubject!~:Subject credentialSchema*~:CredentialSchema credentialStatus~:${STATUS}
    refreshService~:RefreshService termsOfUse*~:TermsOfUse evidence*:Evidence relatedResource*:RelatedResource
    renderMethod*:RenderMethod confidenceMethod*:ConfidenceMethod proof*~:Proof`,
  VerifiableCredentialV1: '<VerifiableCredential issuanceDate!:dateTimeZ expirationDate:dateTimeZ',
  AchievementCredential: `<VerifiableCredential =AchievementCredential|OpenBadgeCredential id!:id image:Image awardedDate:dateTimeZ
    validFrom!:dateTimeZ issuer!:Profile|id credentialSubject!:AchievementSubject ${ENDORSEMENTS}`,
  AchievementCredentialV1: `<AchievementCredential name!:text validFrom:dateTimeZ issuanceDate!:dateTimeZ expirationDate:dateTimeZ`,
  EndorsementCredential: `<VerifiableCredential =EndorsementCredential id!:id name!:text awardedDate:dateTimeZ validFrom!:dateTimeZ
    issuer!:Profile|id credentialSubject!:EndorsementSubject`,
  // Endorsements of those years often have neither id nor name.
  EndorsementCredentialV1: '<EndorsementCredential id:id name:text validFrom:dateTimeZ issuanceDate!:dateTimeZ expirationDate:dateTimeZ',
  ClrCredential: `<VerifiableCredential =ClrCredential id!:id name!:text image:Image partial:boolean awardedDate:dateTimeZ
    validFrom!:dateTimeZ issuer!:Profile|id credentialSubject!:ClrSubject ${ENDORSEMENTS}`,
  ClrCredentialV1: '<ClrCredential validFrom:dateTimeZ issuanceDate!:dateTimeZ expirationDate:dateTimeZ',
  BitstringStatusListCredential: `<VerifiableCredential =BitstringStatusListCredential issuanceDate:dateTimeZ expirationDate:dateTimeZ
    credentialSubject!:BitstringStatusList`,
  StatusList2021Credential:
    '<VerifiableCredential =StatusList2021Credential issuanceDate:dateTimeZ expirationDate:dateTimeZ credentialSubject!:StatusList2021',
  VerifiablePresentation: `=VerifiablePresentation @context+:context id:id holder:Issuer|id verifiableCredential*~:${CREDENTIALS}
    termsOfUse*~:TermsOfUse proof*~:Proof`,
  EnvelopedVerifiableCredential: '=EnvelopedVerifiableCredential @context*~:context id!:id',

  Issuer: 'id!:id',
  Subject: 'id:id',
  AchievementSubject: `=AchievementSubject id:id activityEndDate:dateTime activityStartDate:dateTime creditsEarned:number
    achievement!:Achievement identifier*:IdentityObject image:Image licenseNumber:string narrative:text result*:Result role:text
    source:Profile term:text`,
  EndorsementSubject: '=EndorsementSubject id!:id endorsementComment:text',
  ClrSubject: `=ClrSubject id:id identifier*:IdentityObject verifiableCredential+:${CREDENTIALS} achievement*:Achievement
    association*:Association`,
  BitstringStatusList: '=BitstringStatusList id:id statusPurpose!~:string encodedList!:string ttl:integer',
  StatusList2021: '=StatusList2021 id:id statusPurpose!~:string encodedList!:string',
  Association: '=Association associationType!:@associationType sourceId!:uri targetId!:uri',

  Achievement: `=Achievement id!:id name!:text description!:text criteria!:Criteria achievementType:@achievementType alignment*:Alignment
    creator:Profile creditsAvailable:number ${ENDORSEMENTS} fieldOfStudy:text humanCode:string image:Image inLanguage:string
    otherIdentifier*:IdentifierEntry related*:Related resultDescription*:ResultDescription specialization:text tag*:text version:string`,
  Criteria: 'id:id narrative:text',
  Alignment: `=Alignment targetName!:text targetUrl!:uri targetCode:string targetDescription:text targetFramework:text
    targetType:@alignmentTargetType`,
  Related: '=Related id!:id inLanguage:string version:string',
  ResultDescription: `=ResultDescription id!:id name!:text resultType!:@resultType alignment*:Alignment allowedValue*:string
    requiredLevel:uri requiredValue:string rubricCriterionLevel*:RubricCriterionLevel valueMax:string valueMin:string`,
  RubricCriterionLevel: '=RubricCriterionLevel id!:id name!:text alignment*:Alignment description:text level:text points:string',
  Result: '=Result achievedLevel:uri alignment*:Alignment resultDescription:uri status:@resultStatus value:string',
  Evidence: `=Evidence id:id name:text narrative:text description:text genre:text audience:text mediaType:string digestMultibase~:string
    digestSRI~:string`,
  Profile: `=Profile id!:id name:text url:uri description:text ${ENDORSEMENTS} image:Image address:Address phone:string email:string
    otherIdentifier*:IdentifierEntry official:text parentOrg:Profile dateOfBirth:date familyName:text givenName:text
    additionalName:text patronymicName:text honorificPrefix:text honorificSuffix:text familyNamePrefix:text`,
  Address: `=Address addressCountry:text addressCountryCode:string addressRegion:text addressLocality:text streetAddress:text
    postOfficeBoxNumber:string postalCode:string geo:GeoCoordinates`,
  GeoCoordinates: '==GeoCoordinates latitude!:number longitude!:number',
  IdentifierEntry: '==IdentifierEntry closed identifier!:string identifierType!:@identifierType',
  IdentityObject: '==IdentityObject closed hashed!:boolean identityHash!:identityHash identityType!:@identifierType salt:string',
  Image: '==Image closed id!:id caption:text',

  CredentialSchema: '=* type!~:type id!:id',
  BitstringStatusListEntry: `=BitstringStatusListEntry type!~:type id:id statusPurpose!:string statusListIndex!:index statusListCredential!:id
    statusSize:integer statusMessage*:StatusMessage statusReference~:id`,
  StatusList2021Entry: '=StatusList2021Entry type!~:type id:id statusPurpose!:string statusListIndex!:index statusListCredential!:id',
  RevocationList: '=1EdTechRevocationList type!~:type id!:id',
  CredentialStatus: '=* type!~:type id:id',
  StatusMessage: 'id:id status:string message:text',
  RefreshService: '=* type!~:type id!:id',
  TermsOfUse: '=* type!~:type id:id',
  RelatedResource: 'id!:id mediaType:string digestSRI~:string digestMultibase~:string',
  RenderMethod: '=* id:id',
  ConfidenceMethod: '=* id:id',
  Proof: `=* type!~:type @context*~:context id:id created:dateTime expires:dateTime cryptosuite:string challenge:string domain~:string nonce:string
    proofPurpose:string proofValue:string verificationMethod:uri previousProof~:uri jws:string`,
};

/** Terms that say something about a credential; at any other node they would hide or forge it. */
export const CREDENTIAL_TERMS: readonly string[] =
  `@context issuer validFrom validUntil issuanceDate expirationDate issued credentialSubject credentialSchema credentialStatus
  refreshService termsOfUse evidence relatedResource renderMethod confidenceMethod proof awardedDate partial`.split(/\s+/);

/** Terms that the newest copy of a mutable context knows and older copies do not: never issued, since older verifiers would drop them. */
export const LATE_TERMS: readonly string[] = ['endorsementJwt', 'jti'];

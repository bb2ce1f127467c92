import { SUSPENSION_LIST_TYPE } from '@proofmark/schemas';

/*
 * The classes that a badge of ours, the status list that it names, and the proof of either are made of: a line of notation each, as in the
 * schemas, but of the one spelling only in which we write. A test derives the same lines from the schemas, and compares every statement
 * that they lead to with the JSON-LD processor's.
 *
 *   A,B         `type` is these words, in an array; `A` alone may stand without it, `=A` must; `-` there is none
 *   name:kind   as in `ob3/tables.ts`: `!` is required, `*` an array; without a kind it is text; `"word"` is that text, `<word>` that term
 */
export const CLASSES: Readonly<Record<string, string>> = {
  OpenBadgeCredential: `VerifiableCredential,OpenBadgeCredential id!:id name description issuer!:Profile validFrom!:date validUntil:date
    credentialSubject!:AchievementSubject credentialStatus:BitstringStatusListEntry evidence*:Evidence relatedResource*:RelatedResource
    image:Image awardedDate:date`,
  BitstringStatusListCredential: `VerifiableCredential,BitstringStatusListCredential id:id name description issuer!:id validFrom:date
    validUntil:date termsOfUse*:TermsOfUse credentialSubject!:BitstringStatusList`,
  TermsOfUse: `=${SUSPENSION_LIST_TYPE} id!:id`,
  BitstringStatusList: 'BitstringStatusList id:id statusPurpose! encodedList! ttl:number',
  BitstringStatusListEntry: `=BitstringStatusListEntry id:id statusPurpose! statusListIndex!:index statusListCredential!:id
    statusReference:id`,
  AchievementSubject: `AchievementSubject id:id achievement!:Achievement identifier*:IdentityObject image:Image licenseNumber narrative
    result*:Result role term`,
  Achievement: `Achievement id!:id name! description! criteria!:Criteria achievementType:@achievementType alignment*:Alignment
    creator:Profile creditsAvailable:number fieldOfStudy humanCode image:Image inLanguage related*:Related
    resultDescription*:ResultDescription specialization tag* version`,
  Criteria: '- id:id narrative',
  Alignment: 'Alignment targetName! targetUrl!:uri targetCode targetDescription targetFramework targetType:@alignmentTargetType',
  Related: 'Related id!:id inLanguage version',
  ResultDescription: `ResultDescription id!:id name! resultType!:@resultType alignment*:Alignment allowedValue* requiredLevel:uri
    requiredValue rubricCriterionLevel*:RubricCriterionLevel valueMax valueMin`,
  RubricCriterionLevel: 'RubricCriterionLevel id!:id name! alignment*:Alignment description level points',
  Result: 'Result achievedLevel:uri alignment*:Alignment resultDescription:uri status:@resultStatus value',
  Evidence: 'Evidence id:id name narrative description genre audience mediaType digestMultibase digestSRI',
  Profile: 'Profile id!:id name url:uri description image:Image phone email official',
  IdentityObject: '=IdentityObject hashed!:boolean identityHash! identityType!:identity salt',
  Image: '=Image id!:id caption',
  RelatedResource: '- id!:id mediaType digestSRI digestMultibase',
  DataIntegrityProof: `=DataIntegrityProof cryptosuite!:"eddsa-rdfc-2022" created!:date verificationMethod!:id
    proofPurpose!:<assertionMethod>`,
};

/** The words of the contexts whose address is not in the vocabulary of Open Badges: `word` or `word=last part of its address`. */
export const VOCABULARIES: readonly (readonly [base: string, words: string])[] = [
  [
    'https://schema.org/',
    `name description url email caption genre audience inLanguage value targetName targetUrl targetDescription targetFramework
    mediaType=encodingFormat tag=keywords Alignment=AlignmentObject`,
  ],
  [
    'https://www.w3.org/2018/credentials#',
    `VerifiableCredential issuer validFrom validUntil credentialSubject credentialStatus evidence relatedResource termsOfUse digestSRI`,
  ],
  [
    'https://www.w3.org/ns/credentials/status#',
    `BitstringStatusListCredential BitstringStatusList BitstringStatusListEntry statusPurpose statusListIndex statusListCredential
    statusReference encodedList ttl`,
  ],
  ['https://w3id.org/security#', 'digestMultibase DataIntegrityProof cryptosuite verificationMethod proofPurpose assertionMethod'],
  ['http://purl.org/dc/terms/', 'created'],
  ['https://purl.imsglobal.org/spec/vc/ob/vocab.html#', 'criteria=Criteria'],
  // A class that is an address itself.
  ['', SUSPENSION_LIST_TYPE],
];

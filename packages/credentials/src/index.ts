export type {
  Bakeable,
  BakedKind,
  BakedMarker,
  BakedText,
  BakingCode,
  BakingFailure,
  BakingLimits,
  SeveralBadges,
  Unbaked,
} from './baking/outcome.js';
export { BAKING_CODES, BAKING_LIMITS } from './baking/outcome.js';
export type { BakedPng } from './baking/png.js';
export { bakePng, unbakePng } from './baking/png.js';
export { isPng } from './baking/png-chunks.js';
export type { Inflate } from './baking/png-text.js';
export type { BakedSvg } from './baking/svg.js';
export { bakeSvg, unbakeSvg } from './baking/svg.js';
export { buildAchievement } from './build/achievement.js';
export { buildCredential } from './build/credential.js';
export { buildEndorsement, type EndorsementInput } from './build/endorsement.js';
export type {
  AchievementInput,
  AlignmentInput,
  CredentialInput,
  EvidenceInput,
  ImageInput,
  IssuerInput,
  RecipientInput,
  ResultDescriptionInput,
  ResultInput,
  StatusInput,
} from './build/input.js';
export type { HashPort } from './identity/identity.js';
export { emailIdentity, identityHash, matchesIdentity, nameIdentity } from './identity/identity.js';
export { type CommittedCredential, commitmentOf, RECORD_SALT_BYTES, recordTagOf } from './record/commitment.js';
export {
  PLACES_A_FILE,
  type RecordedPlace,
  type RecordFile,
  type RecordHead,
  readRecordFile,
  readRecordHead,
  writeRecordFile,
  writeRecordHead,
} from './record/record-file.js';
export type { DecodedList, DecodeOptions, ListFault, StatusBits } from './status/bits.js';
export { createBits, decodeList, encodeList, getBit, MIN_LIST_LENGTH, setBit, statusAt } from './status/bits.js';
export type { StatusListInput } from './status/list.js';
export { buildStatusList } from './status/list.js';
export type { KeyedHash } from './status/permutation.js';
export { permutation } from './status/permutation.js';

export { deriveSd, type SdDerivation, type SdDerived } from './sd/derive-sd.js';
export { type SdSigned, type SdSigning, signSd } from './sd/sign-sd.js';
export type { SdFault } from './sd/statements.js';

export type { Algorithm, CryptoPort, PublicKey, Signer } from './ports.js';

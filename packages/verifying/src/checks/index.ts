import type { CheckId } from '@proofmark/schemas';
import type { Check } from './check-context.js';
import { claims } from './claims.js';
import { endorsements } from './endorsements.js';
import { evidence } from './evidence.js';
import { format } from './format.js';
import { issuerBinding } from './issuer-binding.js';
import { issuerDomain } from './issuer-domain.js';
import { issuerResolved } from './issuer-resolved.js';
import { issuerTrusted } from './issuer-trusted.js';
import { keyAuthorised } from './key-authorised.js';
import { recipient } from './recipient.js';
import { refresh } from './refresh.js';
import { revoked } from './revoked.js';
import { schema } from './schema.js';
import { shape } from './shape.js';
import { signature } from './signature.js';
import { statusList } from './status-list.js';
import { suspended } from './suspended.js';
import { validFrom } from './valid-from.js';
import { validUntil } from './valid-until.js';

/** Every check, by its id. To forget one is a compile error. */
export const CHECKS: Readonly<Record<CheckId, Check>> = {
  format,
  shape,
  schema,
  'issuer-resolved': issuerResolved,
  'issuer-binding': issuerBinding,
  'key-authorised': keyAuthorised,
  signature,
  claims,
  'valid-from': validFrom,
  'valid-until': validUntil,
  refresh,
  'status-list': statusList,
  revoked,
  suspended,
  'issuer-domain': issuerDomain,
  'issuer-trusted': issuerTrusted,
  recipient,
  evidence,
  endorsements,
};

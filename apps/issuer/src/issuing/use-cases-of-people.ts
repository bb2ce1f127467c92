import { type Bound, bind } from './bind.js';
import { exportIssuer } from './exports/export-issuer.js';
import { exportRecipient } from './exports/export-recipient.js';
import type { BlobStore } from './issuance-jobs/blob-store.js';
import { forgetRows } from './issuance-jobs/keeping/forget-rows.js';
import { getOverview } from './overview/get-overview.js';
import type { IdSource, KeyStore, Store } from './ports.js';
import { eraseRecipient } from './recipient-records/erase-recipient.js';
import { fillInRecipients } from './recipient-records/fill-in-recipients.js';
import { getRecipient } from './recipient-records/get-recipient.js';
import { listRecipients } from './recipient-records/list-recipients.js';
import type { RecipientHashes } from './recipients/recipient.js';
import type { TellErased } from './recipients/tell-erased.js';
import { applyRetention } from './retention/apply-retention.js';
import { getRetention } from './retention/get-retention.js';
import { updateRetention } from './retention/update-retention.js';

export interface PeopleFoundation extends IdSource {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly recipients: RecipientHashes;
  readonly tellErased: TellErased;
  readonly blobs: BlobStore;
  readonly baseUrl: string;
}

/** What is done about the people who have badges, and how long what is known of them is kept. */
export interface PeopleUseCases {
  readonly listRecipients: Bound<typeof listRecipients>;
  readonly getRecipient: Bound<typeof getRecipient>;
  readonly fillInRecipients: Bound<typeof fillInRecipients>;
  readonly eraseRecipient: Bound<typeof eraseRecipient>;
  readonly exportIssuer: Bound<typeof exportIssuer>;
  readonly exportRecipient: Bound<typeof exportRecipient>;
  readonly getOverview: Bound<typeof getOverview>;
  readonly getRetention: Bound<typeof getRetention>;
  readonly updateRetention: Bound<typeof updateRetention>;
  readonly applyRetention: Bound<typeof applyRetention>;
}

export function peopleUseCases({ store, keys, recipients, tellErased, blobs, clock, random, baseUrl }: PeopleFoundation): PeopleUseCases {
  const ids = { clock, random };
  return {
    listRecipients: bind(listRecipients, { store, recipients }),
    getRecipient: bind(getRecipient, { store, recipients, clock }),
    fillInRecipients: bind(fillInRecipients, { store, recipients }),
    eraseRecipient: bind(eraseRecipient, { store, keys, ...ids, tellErased, baseUrl, forgetRows: bind(forgetRows, { store, recipients }) }),
    exportIssuer: bind(exportIssuer, { store, recipients, clock }),
    exportRecipient: bind(exportRecipient, { store, recipients, clock }),
    getOverview: bind(getOverview, { store, clock }),
    getRetention: bind(getRetention, { store }),
    updateRetention: bind(updateRetention, { store, ...ids }),
    applyRetention: bind(applyRetention, { store, keys, blobs, ...ids, tellErased, baseUrl }),
  };
}

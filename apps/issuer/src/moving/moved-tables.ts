/** What becomes of a table when an issuer moves to another service. */
export type Decision =
  | { readonly moves: true; readonly only?: string; readonly as?: Readonly<Record<string, string>> }
  | { readonly moves: false };

const MOVES = { moves: true } as const;
/** Secrets of this service, which no other can open, and who may do what here: made anew there. */
const SECRET = { moves: false } as const;
/** What waits or is on its way here, and is done here or begun anew there. */
const UNDER_WAY = { moves: false } as const;
/** What the new service makes of the rest by itself. */
const MADE_ANEW = { moves: false } as const;

/** Places in the order of commits, which stand before everything that the new service commits. */
const BEFORE_ALL = (table: string, ordinal: string): string =>
  `(row_number() OVER (ORDER BY coalesce(${table}.tx, ${table}.${ordinal}), ${table}.id) - count(*) OVER () - 1)::bigint`;

/**
 * Every table that has rows of an issuer, and whether they move. `only` says which rows, `as` what a column becomes (SQL, over the row as it was). A test
 * finds a table that is not decided.
 */
export const MOVED_TABLES: Readonly<Record<string, Decision>> = {
  issuer: MOVES,
  // The public halves: what they signed stays checkable. The private ones stay where they are, so the keys are retired, and others sign from now on.
  signing_key: { moves: true, only: "purpose = 'assertion'", as: { retired_at: 'coalesce(t.retired_at, now())' } },
  issuer_domain: MOVES,
  achievement: MOVES,
  skill_framework: MOVES,
  skill: MOVES,
  // Nobody takes a place in a list that another service has filled.
  status_list: {
    moves: true,
    as: { next_position: 't.length', owner: 'NULL', released_server: 'NULL', released_tx: 'NULL' },
  },
  status_list_document: MOVES,
  suspension_list_document: MOVES,
  status_event: MOVES,
  // Addresses are sealed: they go in a file of their own.
  recipient: { moves: true, as: { data_key: 'NULL', email: 'NULL' } },
  credential: {
    moves: true,
    as: {
      tx: 'NULL',
      position: BEFORE_ALL('t', 'position'),
      record_salt: 'CASE WHEN t.erased_at IS NULL THEN NULL ELSE t.record_salt END',
    },
  },
  evidence_report: MOVES,
  capture: MOVES,
  archive_request: MOVES,
  private_work: MOVES,
  viewing_link: MOVES,
  viewing: MOVES,
  work_watch: MOVES,
  work_look: MOVES,
  // People stay where they are: who signs in there is another assessor.
  assessor: { moves: true, as: { person_id: 'NULL' } },
  endorsement: MOVES,
  assessment: MOVES,
  claim_link: MOVES,
  consent: MOVES,
  resigning: MOVES,
  api_event: { moves: true, as: { tx: 'NULL', seq: BEFORE_ALL('t', 'seq') } },
  // The chain is the same: the number of the transaction is no part of it.
  audit_entry: { moves: true, as: { txid: "'0'::xid8" } },
  retention: MOVES,
  overview_day: MOVES,
  // Nothing that happened before is mailed again.
  mail_settings: {
    moves: true,
    as: { after_tx: '0', after_n: '2147483647', after_event: "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid", served_at: 'now()' },
  },
  mail_text: MOVES,

  api_key: SECRET,
  sealed_key: SECRET,
  organisation_issuer: SECRET,
  webhook: SECRET,
  webhook_secret: SECRET,
  webhook_delivery: UNDER_WAY,
  idempotency: UNDER_WAY,
  issuance_job: UNDER_WAY,
  issuance_chunk: UNDER_WAY,
  blob_part: UNDER_WAY,
  badge_mail: UNDER_WAY,
  learner_request: UNDER_WAY,
  bulk_act: UNDER_WAY,
  bulk_act_badge: UNDER_WAY,
  // What readers told the operator of that service.
  issuer_report: UNDER_WAY,
  public_change: MADE_ANEW,
  // Of releases before events had their order from their transactions.
  api_event_counter: MADE_ANEW,
  // With a record key of its own, of the badges that moved.
  issuance_record: MADE_ANEW,
  record_entry: MADE_ANEW,
  record_file: MADE_ANEW,
};

/** The column that says whose a row is. */
export function ownerColumn(table: string): string {
  return table === 'issuer' ? 'id' : 'issuer_id';
}

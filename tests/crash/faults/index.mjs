const hook = (name) => new URL(`patch-service.mjs?fault=${name}`, import.meta.url).href;

/**
 * Faults to plant, which a run has to find: in the code of the service as it is loaded (`preload`), in the database (`sql`), or in the settings of
 * the server.
 */
export const FAULTS = {
  'early-answer': {
    what: 'the service answers before what it stored is durable',
    preload: hook('early-answer'),
    // Then what was not flushed is lost for sure.
    server: { wal_writer_delay: '10s' },
  },
  'block-twice': {
    what: 'a process that starts again takes the block that it had',
    preload: hook('block-twice'),
    sql: 'ALTER TABLE credential DROP CONSTRAINT credential_issuer_id_status_list_id_status_index_key',
  },
  'key-forgotten': {
    what: 'an Idempotency-Key is forgotten as soon as it leads to a badge',
    sql: `CREATE FUNCTION forget_key() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN DELETE FROM idempotency WHERE issuer_id = NEW.issuer_id AND owner = NEW.owner AND key = NEW.key; RETURN NULL; END $$;
      CREATE TRIGGER forget_key AFTER UPDATE ON idempotency FOR EACH ROW WHEN (NEW.credential_id IS NOT NULL AND NEW.key LIKE '%7')
        EXECUTE FUNCTION forget_key()`,
  },
  'event-left-out': {
    what: 'one event of eight is not stored',
    sql: `CREATE FUNCTION leave_out() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE TRIGGER leave_out BEFORE INSERT ON api_event FOR EACH ROW WHEN (random() < 0.125) EXECUTE FUNCTION leave_out()`,
  },
  'bit-not-set': {
    what: 'a withdrawal is acknowledged and written down, and its list stays as it was',
    sql: `CREATE FUNCTION leave_out() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE TRIGGER leave_out BEFORE UPDATE ON status_list_document FOR EACH ROW EXECUTE FUNCTION leave_out()`,
  },
  'suspension-not-named': {
    what: 'the list of revocations does not name that of suspensions',
    preload: hook('suspension-not-named'),
  },
  'row-forgotten': {
    what: 'what became of the rows of a job is now and then not stored with their badges',
    sql: `CREATE FUNCTION forget_rows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN NEW.results := OLD.results; NEW.done := OLD.done; RETURN NEW; END $$;
      CREATE TRIGGER forget_rows BEFORE UPDATE ON issuance_chunk FOR EACH ROW WHEN (NEW.done > OLD.done AND random() < 0.5)
        EXECUTE FUNCTION forget_rows()`,
  },
  'look-left-out': {
    what: 'what a worker saw when it looked at the work again is not stored',
    sql: `CREATE FUNCTION leave_out() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE TRIGGER leave_out BEFORE INSERT ON work_look FOR EACH ROW EXECUTE FUNCTION leave_out()`,
  },
};

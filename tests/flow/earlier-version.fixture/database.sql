-- The tables of a service of commit b13fda5, as pg_dump --inserts wrote them. Its keys are in the folder beside this file. Nobody uses any of it.
SET LOCAL check_function_bodies = false;
CREATE SCHEMA pgboss;
CREATE TYPE pgboss.job_state AS ENUM (
    'created',
    'retry',
    'active',
    'completed',
    'cancelled',
    'failed'
);
CREATE FUNCTION pgboss.create_queue(queue_name text, options json) RETURNS void
    LANGUAGE plpgsql
    AS $_$
    DECLARE
      table_name varchar := 'j' || encode(sha224(queue_name::bytea), 'hex');
      queue_created_on timestamptz;
    BEGIN
      WITH q as (
      INSERT INTO pgboss.queue (
        name,
        policy,
        retry_limit,
        retry_delay,
        retry_backoff,
        expire_seconds,
        retention_minutes,
        dead_letter,
        partition_name
      )
      VALUES (
        queue_name,
        options->>'policy',
        (options->>'retryLimit')::int,
        (options->>'retryDelay')::int,
        (options->>'retryBackoff')::bool,
        (options->>'expireInSeconds')::int,
        (options->>'retentionMinutes')::int,
        options->>'deadLetter',
        table_name
      )
      ON CONFLICT DO NOTHING
      RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;
      IF queue_created_on IS NULL THEN
        RETURN;
      END IF;
      EXECUTE format('CREATE TABLE pgboss.%I (LIKE pgboss.job INCLUDING DEFAULTS)', table_name);
      EXECUTE format('ALTER TABLE pgboss.%1$I ADD PRIMARY KEY (name, id)', table_name);
      EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
      EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i1 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''created'' AND policy = ''short''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i2 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''active'' AND policy = ''singleton''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i3 ON pgboss.%1$I (name, state, COALESCE(singleton_key, '''')) WHERE state <= ''active'' AND policy = ''stately''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i4 ON pgboss.%1$I (name, singleton_on, COALESCE(singleton_key, '''')) WHERE state <> ''cancelled'' AND singleton_on IS NOT NULL', table_name);
      EXECUTE format('CREATE INDEX %1$s_i5 ON pgboss.%1$I (name, start_after) INCLUDE (priority, created_on, id) WHERE state < ''active''', table_name);
      EXECUTE format('ALTER TABLE pgboss.%I ADD CONSTRAINT cjc CHECK (name=%L)', table_name, queue_name);
      EXECUTE format('ALTER TABLE pgboss.job ATTACH PARTITION pgboss.%I FOR VALUES IN (%L)', table_name, queue_name);
    END;
    $_$;
CREATE FUNCTION pgboss.delete_queue(queue_name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      table_name varchar;
    BEGIN
      WITH deleted as (
        DELETE FROM pgboss.queue
        WHERE name = queue_name
        RETURNING partition_name
      )
      SELECT partition_name from deleted INTO table_name;
      EXECUTE format('DROP TABLE IF EXISTS pgboss.%I', table_name);
    END;
    $$;
CREATE FUNCTION public.is_erased(issuer uuid, credential uuid) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$ SELECT EXISTS (SELECT FROM credential c WHERE c.issuer_id = issuer AND c.id = credential AND c.erased_at IS NOT NULL) $$;
CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.reason IS NULL AND is_erased(OLD.issuer_id, OLD.credential_id) THEN
    OLD.reason := NULL;
    IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'the status journal is append-only';
END $$;
CREATE FUNCTION public.refuse_other_looks() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_erased(OLD.issuer_id, OLD.credential_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'the journal of looks is append-only';
END $$;
CREATE TABLE pgboss.archive (
    id uuid NOT NULL,
    name text NOT NULL,
    priority integer NOT NULL,
    data jsonb,
    state pgboss.job_state NOT NULL,
    retry_limit integer NOT NULL,
    retry_count integer NOT NULL,
    retry_delay integer NOT NULL,
    retry_backoff boolean NOT NULL,
    start_after timestamp with time zone NOT NULL,
    started_on timestamp with time zone,
    singleton_key text,
    singleton_on timestamp without time zone,
    expire_in interval NOT NULL,
    created_on timestamp with time zone NOT NULL,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    archived_on timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE pgboss.job (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state pgboss.job_state DEFAULT 'created'::pgboss.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    singleton_key text,
    singleton_on timestamp without time zone,
    expire_in interval DEFAULT '00:15:00'::interval NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '14 days'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text
)
PARTITION BY LIST (name);
CREATE TABLE pgboss.j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state pgboss.job_state DEFAULT 'created'::pgboss.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    singleton_key text,
    singleton_on timestamp without time zone,
    expire_in interval DEFAULT '00:15:00'::interval NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '14 days'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    CONSTRAINT cjc CHECK ((name = 'archive-work'::text))
);
CREATE TABLE pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state pgboss.job_state DEFAULT 'created'::pgboss.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    singleton_key text,
    singleton_on timestamp without time zone,
    expire_in interval DEFAULT '00:15:00'::interval NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '14 days'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    CONSTRAINT cjc CHECK ((name = 'find-due-work'::text))
);
CREATE TABLE pgboss.j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state pgboss.job_state DEFAULT 'created'::pgboss.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    singleton_key text,
    singleton_on timestamp without time zone,
    expire_in interval DEFAULT '00:15:00'::interval NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '14 days'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    CONSTRAINT cjc CHECK ((name = 'recheck-work'::text))
);
CREATE TABLE pgboss.queue (
    name text NOT NULL,
    policy text,
    retry_limit integer,
    retry_delay integer,
    retry_backoff boolean,
    expire_seconds integer,
    retention_minutes integer,
    dead_letter text,
    partition_name text,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE pgboss.schedule (
    name text NOT NULL,
    cron text NOT NULL,
    timezone text,
    data jsonb,
    options jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE pgboss.subscription (
    event text NOT NULL,
    name text NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE pgboss.version (
    version integer NOT NULL,
    maintained_on timestamp with time zone,
    cron_on timestamp with time zone,
    monitored_on timestamp with time zone
);
CREATE TABLE public.achievement (
    issuer_id uuid NOT NULL,
    id uuid NOT NULL,
    definition json NOT NULL,
    evidence_policy jsonb NOT NULL,
    valid_for text,
    image_media_type text,
    image_bytes bytea,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    archived_at timestamp with time zone
);
CREATE TABLE public.api_event (
    issuer_id uuid NOT NULL,
    seq bigint NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    credential_id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.api_event_counter (
    issuer_id uuid NOT NULL,
    last bigint NOT NULL
);
CREATE TABLE public.api_key (
    id uuid NOT NULL,
    issuer_id uuid,
    name text NOT NULL,
    prefix text NOT NULL,
    hash bytea NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone
);
CREATE TABLE public.archive_request (
    issuer_id uuid NOT NULL,
    credential_id uuid NOT NULL,
    n integer NOT NULL,
    archive text NOT NULL,
    url text NOT NULL,
    swhid text,
    state text NOT NULL,
    job text,
    archived_url text,
    reason text,
    attempts integer NOT NULL,
    at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    CONSTRAINT archive_request_archive_check CHECK ((archive = ANY (ARRAY['software-heritage'::text, 'wayback'::text]))),
    CONSTRAINT archive_request_n_check CHECK (((n >= 1) AND (n <= 99))),
    CONSTRAINT archive_request_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'kept'::text, 'failed'::text])))
);
CREATE TABLE public.assessor (
    issuer_id uuid NOT NULL,
    id uuid NOT NULL,
    lookup bytea,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.capture (
    issuer_id uuid NOT NULL,
    credential_id uuid NOT NULL,
    n integer NOT NULL,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT capture_n_check CHECK (((n >= 1) AND (n <= 99)))
);
CREATE TABLE public.credential (
    issuer_id uuid NOT NULL,
    id uuid NOT NULL,
    achievement_id uuid NOT NULL,
    status_list_id bigint NOT NULL,
    status_index integer NOT NULL,
    unsigned text NOT NULL,
    proof_created timestamp with time zone NOT NULL,
    data_integrity_key text NOT NULL,
    jwt_key text NOT NULL,
    evidence_findings jsonb DEFAULT '[]'::jsonb NOT NULL,
    api_key_id uuid,
    signed_json text,
    signed_jwt text,
    recipient_lookup bytea,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    signed_at timestamp with time zone,
    revoked_at timestamp with time zone,
    predecessor_id uuid,
    erased_at timestamp with time zone
);
CREATE TABLE public.endorsement (
    issuer_id uuid NOT NULL,
    credential_id uuid NOT NULL,
    id uuid NOT NULL,
    assessor_id uuid,
    form text NOT NULL,
    body text NOT NULL,
    api_key_id uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT endorsement_form_check CHECK ((form = ANY (ARRAY['json'::text, 'jwt'::text])))
);
CREATE TABLE public.evidence_report (
    issuer_id uuid NOT NULL,
    credential_id uuid NOT NULL,
    body text NOT NULL
);
CREATE TABLE public.idempotency (
    owner uuid NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    holder uuid NOT NULL,
    lease_until timestamp with time zone NOT NULL,
    issuer_id uuid,
    credential_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    endorsement_id uuid
);
CREATE TABLE public.issuer (
    id uuid NOT NULL,
    slug text NOT NULL,
    mode text NOT NULL,
    did text NOT NULL,
    name text NOT NULL,
    url text,
    profile jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT issuer_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'test'::text])))
);
CREATE TABLE public.issuer_domain (
    issuer_id uuid NOT NULL,
    id uuid NOT NULL,
    origin text NOT NULL,
    credential text NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.private_work (
    issuer_id uuid NOT NULL,
    credential_id uuid NOT NULL,
    n integer NOT NULL,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT private_work_n_check CHECK (((n >= 1) AND (n <= 99)))
);
CREATE TABLE public.schema_migration (
    version integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.signing_key (
    issuer_id uuid NOT NULL,
    id text NOT NULL,
    algorithm text NOT NULL,
    public_jwk jsonb NOT NULL,
    verification_method text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT signing_key_algorithm_check CHECK ((algorithm = ANY (ARRAY['Ed25519'::text, 'ES256'::text, 'RS256'::text])))
);
CREATE TABLE public.status_event (
    issuer_id uuid NOT NULL,
    seq bigint NOT NULL,
    credential_id uuid NOT NULL,
    status_list_id bigint NOT NULL,
    status_index integer NOT NULL,
    value boolean NOT NULL,
    reason text,
    api_key_id uuid,
    at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.status_event ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.status_event_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.status_list (
    issuer_id uuid NOT NULL,
    id bigint NOT NULL,
    purpose text NOT NULL,
    length integer NOT NULL,
    permutation_key bytea NOT NULL,
    next_position integer DEFAULT 0 NOT NULL,
    origin text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT status_list_check CHECK ((next_position <= length)),
    CONSTRAINT status_list_length_check CHECK ((length >= 131072)),
    CONSTRAINT status_list_purpose_check CHECK ((purpose = 'revocation'::text))
);
CREATE TABLE public.status_list_document (
    issuer_id uuid NOT NULL,
    status_list_id bigint NOT NULL,
    seq bigint NOT NULL,
    body text NOT NULL,
    signed_at timestamp with time zone NOT NULL
);
ALTER TABLE public.status_list ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.status_list_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.viewing (
    issuer_id uuid NOT NULL,
    credential_id uuid NOT NULL,
    link_id uuid NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.viewing_link (
    issuer_id uuid NOT NULL,
    credential_id uuid NOT NULL,
    id uuid NOT NULL,
    n integer NOT NULL,
    token_hash bytea NOT NULL,
    for_whom text NOT NULL,
    max_views integer,
    views integer DEFAULT 0 NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    api_key_id uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT viewing_link_max_views_check CHECK ((max_views > 0))
);
ALTER TABLE public.viewing ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.viewing_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_look (
    issuer_id uuid NOT NULL,
    credential_id uuid NOT NULL,
    piece smallint NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    same_bytes text NOT NULL,
    reason text,
    CONSTRAINT work_look_same_bytes_check CHECK ((same_bytes = ANY (ARRAY['matches'::text, 'changed'::text, 'gone'::text, 'private'::text, 'not-checked'::text])))
);
ALTER TABLE public.work_look ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.work_look_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.work_watch (
    issuer_id uuid NOT NULL,
    credential_id uuid NOT NULL,
    due_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY pgboss.job ATTACH PARTITION pgboss.j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9 FOR VALUES IN ('archive-work');
ALTER TABLE ONLY pgboss.job ATTACH PARTITION pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505 FOR VALUES IN ('find-due-work');
ALTER TABLE ONLY pgboss.job ATTACH PARTITION pgboss.j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2 FOR VALUES IN ('recheck-work');
INSERT INTO pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505 VALUES ('48ab494d-902d-4e25-b5fa-041815e29098', 'find-due-work', 0, '{}', 'completed', 0, 0, 0, false, '2026-11-29 00:55:43.284266+00', '2026-11-29 00:55:45.265745+00', NULL, NULL, '00:01:00', '2026-11-29 00:55:43.284266+00', '2026-11-29 00:55:45.465218+00', '2026-12-13 00:55:43.284266+00', NULL, NULL, 'short');
INSERT INTO pgboss.queue VALUES ('find-due-work', 'short', 0, NULL, NULL, 60, NULL, NULL, 'j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505', '2026-11-29 00:55:42.412348+00', '2026-11-29 00:55:42.428254+00');
INSERT INTO pgboss.queue VALUES ('recheck-work', 'short', 5, 60, true, 300, NULL, NULL, 'j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2', '2026-11-29 00:55:42.42968+00', '2026-11-29 00:55:42.438643+00');
INSERT INTO pgboss.queue VALUES ('archive-work', 'short', 20, 60, true, 600, NULL, NULL, 'j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9', '2026-11-29 00:55:42.439317+00', '2026-11-29 00:55:42.447884+00');
INSERT INTO pgboss.version VALUES (24, NULL, NULL, NULL);
INSERT INTO public.achievement VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', '01a224cc-fc9e-7426-a965-79e7284d5939', '{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fc9e-7426-a965-79e7284d5939","name":"Web API design","description":"Designs, builds and documents a small HTTP API that answers mistakes as clearly as successes.","criteria":{"narrative":"Built an API of at least four requests, with sensible status codes, and had it reviewed."},"achievementType":"MicroCredential","tag":["HTTP","JSON","Node.js"],"image":{"id":"http://localhost:3998/achievements/01a224cc-fc9e-7426-a965-79e7284d5939/image","type":"Image"}}', '{"min": 1, "kinds": ["file", "repository"], "pinned": "required"}', 'P2Y', NULL, NULL, '2026-11-29 00:55:43.518+00', '2026-11-29 00:55:43.518+00', NULL);
INSERT INTO public.achievement VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-fe44-7933-baf2-b00ebb329221', '{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}', '"none"', 'P10Y', NULL, NULL, '2026-11-29 00:55:43.94+00', '2026-11-29 00:55:43.94+00', NULL);
INSERT INTO public.api_event VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', 1, '01a224cc-fce0-7554-82f5-3504d135639c', 'credential.issued', '01a224cc-fca3-74fa-9f47-80985423bcd5', '{}', '2026-11-29 00:55:43.584+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 1, '01a224cc-fe7f-7fc8-830c-dba43f054510', 'credential.issued', '01a224cc-fe4f-7cb8-b875-e8860daabdc2', '{}', '2026-11-29 00:55:43.999+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 2, '01a224cc-fea4-7fda-b4c7-9456f8b11f0a', 'credential.issued', '01a224cc-fe99-721b-8cb5-9b554049d399', '{}', '2026-11-29 00:55:44.036+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 3, '01a224cc-fed9-7017-8b60-f87730d66c06', 'credential.issued', '01a224cc-febf-7323-92f5-0549194512bc', '{}', '2026-11-29 00:55:44.089+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 5, '01a224cc-ff2a-7896-a37f-8c7c17e3a9da', 'credential.issued', '01a224cc-ff21-72dc-852c-9bea433a3c30', '{}', '2026-11-29 00:55:44.17+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 6, '01a224cc-ff3f-7396-9c92-7e9f303e6602', 'credential.issued', '01a224cc-ff33-7faa-ac0d-c41b0e4f9eae', '{}', '2026-11-29 00:55:44.191+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 7, '01a224cc-ff56-726f-80de-9bdeb2d756bf', 'credential.revoked', '01a224cc-fe99-721b-8cb5-9b554049d399', '{}', '2026-11-29 00:55:44.214+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 8, '01a224cd-0006-7f98-9656-174353a61229', 'credential.issued', '01a224cc-ffcd-7a63-82ee-6b14a3b19a83', '{}', '2026-11-29 00:55:44.39+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 9, '01a224cd-003c-7014-8bbf-f001ca1bda8b', 'credential.issued', '01a224cd-001c-7da6-9be2-8031f0f52f43', '{}', '2026-11-29 00:55:44.444+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 10, '01a224cd-003f-7052-8c3e-7fc32de87587', 'credential.renewed', '01a224cc-febf-7323-92f5-0549194512bc', '{"successorId": "01a224cd-001c-7da6-9be2-8031f0f52f43"}', '2026-11-29 00:55:44.447+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 4, '01a224cc-ff11-752b-ac57-94e561515bfd', 'credential.issued', '01a224cc-ff07-7eef-8b96-95b4ef32a6ab', '{}', '2026-11-29 00:55:44.145+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 11, '01a224cd-00a0-718f-8996-d90026a536dd', 'credential.erased', '01a224cc-ff07-7eef-8b96-95b4ef32a6ab', '{}', '2026-11-29 00:55:44.545+00');
INSERT INTO public.api_event VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 12, '01a224cd-018c-7f68-9a63-b51c233549c5', 'endorsement.added', '01a224cc-ff21-72dc-852c-9bea433a3c30', '{"endorsementId": "01a224cd-015a-7d32-a611-0bec8c835dca"}', '2026-11-29 00:55:44.78+00');
INSERT INTO public.api_event_counter VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', 1);
INSERT INTO public.api_event_counter VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 12);
INSERT INTO public.api_key VALUES ('01a224cc-fb90-72b5-80a0-a8604d4f46aa', NULL, 'first admin key', 'pm_admin_oqZz5b', '\x8850dbe0675540b3142f8eacc0f38b5c1ae092316c89348118ff6099906ff5dd', '{admin}', '2026-11-29 00:55:43.248+00', NULL, NULL);
INSERT INTO public.api_key VALUES ('01a224cd-0135-7b52-9700-d745bd2fb8ee', '01a224cc-fdfb-74b9-a0df-d9544998b514', 'platform', 'pm_live_nlxdKU', '\xe4d8579b9fcec05e5350965a296d25208e369ccdb66c982dd51e42b9e2fd5f0c', '{credentials:read,credentials:write}', '2026-11-29 00:55:44.693+00', NULL, NULL);
INSERT INTO public.assessor VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cd-015a-7e20-8220-1f0fd8dc284c', NULL, '2026-11-29 00:55:44.756+00');
INSERT INTO public.capture VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', '01a224cc-fca3-74fa-9f47-80985423bcd5', 1, 'text/plain', '\x2f2f204120746f2d646f20415049206f6620666f75722072657175657374732c206b65707420696e206d656d6f72793a2074686520776f726b20626568696e6420746865206261646765206f662074686520776f726b6564206578616d706c652e0a2f2f2052756e2069743a206e6f646520746f646f2d6170692e6d6a732020205472792069743a206375726c202d6420277b227469746c65223a2252656164207468652072657669657773227d2720687474703a2f2f6c6f63616c686f73743a383038302f746f646f730a696d706f7274207b2072616e646f6d55554944207d2066726f6d20276e6f64653a63727970746f273b0a696d706f7274207b20637265617465536572766572207d2066726f6d20276e6f64653a68747470273b0a0a636f6e7374204d4f53545f4259544553203d2031305f3030303b0a636f6e737420746f646f73203d206e6577204d617028293b0a0a636f6e737420736572766572203d20637265617465536572766572286173796e632028726571756573742c20726573706f6e736529203d3e207b0a2020636f6e7374207b20706174686e616d65207d203d206e65772055524c28726571756573742e75726c2c2027687474703a2f2f6c6f63616c686f737427293b0a2020636f6e7374205b2c20636f6c6c656374696f6e2c2069642c202e2e2e726573745d203d20706174686e616d652e73706c697428272f27293b0a202069662028636f6c6c656374696f6e20213d3d2027746f646f7327207c7c20726573742e6c656e677468203e2030292072657475726e20616e7377657228726573706f6e73652c203430342c207b206572726f723a20275468657265206973206e6f7468696e6720686572652e27207d293b0a2020636f6e7374207265736f75726365203d206964203d3d3d20756e646566696e6564203f206c697374203a206974656d3b0a2020636f6e7374206d6574686f64203d207265736f757263655b726571756573742e6d6574686f645d3b0a2020696620286d6574686f64203d3d3d20756e646566696e6564292072657475726e20616e7377657228726573706f6e73652c203430352c207b206572726f723a20274e6f7420776974682074686973206d6574686f642e27207d2c207b20616c6c6f773a204f626a6563742e6b657973287265736f75726365292e6a6f696e28272c202729207d293b0a2020747279207b0a202020206177616974206d6574686f6428726571756573742c20726573706f6e73652c206964293b0a20207d20636174636820286572726f7229207b0a20202020616e7377657228726573706f6e73652c206572726f7220696e7374616e63656f662042616452657175657374203f20343030203a203530302c207b206572726f723a206572726f7220696e7374616e63656f662042616452657175657374203f206572726f722e6d657373616765203a202749742062726f6b652e27207d293b0a20207d0a7d293b0a0a636f6e7374206c697374203d207b0a20204745543a20285f726571756573742c20726573706f6e736529203d3e20616e7377657228726573706f6e73652c203230302c207b20746f646f733a205b2e2e2e746f646f732e76616c75657328295d207d292c0a2020504f53543a206173796e632028726571756573742c20726573706f6e736529203d3e207b0a20202020636f6e737420746f646f203d207b2069643a2072616e646f6d5555494428292c207469746c653a207469746c654f662861776169742072656164287265717565737429292c20646f6e653a2066616c7365207d3b0a20202020746f646f732e73657428746f646f2e69642c20746f646f293b0a20202020616e7377657228726573706f6e73652c203230312c20746f646f2c207b206c6f636174696f6e3a20602f746f646f732f247b746f646f2e69647d60207d293b0a20207d2c0a7d3b0a0a636f6e7374206974656d203d207b0a202050415443483a206173796e632028726571756573742c20726573706f6e73652c20696429203d3e207b0a20202020636f6e737420746f646f203d20746f646f732e676574286964293b0a2020202069662028746f646f203d3d3d20756e646566696e6564292072657475726e20616e7377657228726573706f6e73652c203430342c207b206572726f723a20275468657265206973206e6f207375636820746f2d646f2e27207d293b0a20202020636f6e7374207b20646f6e65207d203d20617761697420726561642872657175657374293b0a2020202069662028747970656f6620646f6e6520213d3d2027626f6f6c65616e2729207468726f77206e65772042616452657175657374282760646f6e65602068617320746f2062652074727565206f722066616c73652e27293b0a20202020746f646f732e7365742869642c207b202e2e2e746f646f2c20646f6e65207d293b0a20202020616e7377657228726573706f6e73652c203230302c20746f646f732e67657428696429293b0a20207d2c0a202044454c4554453a20285f726571756573742c20726573706f6e73652c20696429203d3e0a20202020746f646f732e64656c65746528696429203f20616e7377657228726573706f6e73652c2032303429203a20616e7377657228726573706f6e73652c203430342c207b206572726f723a20275468657265206973206e6f207375636820746f2d646f2e27207d292c0a7d3b0a0a636c617373204261645265717565737420657874656e6473204572726f72207b7d0a0a66756e6374696f6e207469746c654f66287b207469746c65207d29207b0a202069662028747970656f66207469746c6520213d3d2027737472696e6727207c7c207469746c652e7472696d2829203d3d3d202727207c7c207469746c652e6c656e677468203e20323030290a202020207468726f77206e657720426164526571756573742827607469746c65602068617320746f206265203120746f2032303020636861726163746572732e27293b0a202072657475726e207469746c652e7472696d28293b0a7d0a0a6173796e632066756e6374696f6e2072656164287265717565737429207b0a20206c65742074657874203d2027273b0a2020666f722061776169742028636f6e7374206368756e6b206f66207265717565737429207b0a2020202074657874202b3d206368756e6b3b0a2020202069662028746578742e6c656e677468203e204d4f53545f425954455329207468726f77206e65772042616452657175657374282754686520626f647920697320746f6f206c617267652e27293b0a20207d0a2020747279207b0a20202020636f6e737420626f6479203d204a534f4e2e70617273652874657874293b0a2020202069662028747970656f6620626f6479203d3d3d20276f626a6563742720262620626f647920213d3d206e756c6c292072657475726e20626f64793b0a20207d206361746368207b0a202020202f2f20416e7377657265642062656c6f772c206c696b65206120626f64792074686174206973204a534f4e20627574206e6f206f626a6563742e0a20207d0a20207468726f77206e65772042616452657175657374282754686520626f64792068617320746f2062652061204a534f4e206f626a6563742e27293b0a7d0a0a66756e6374696f6e20616e7377657228726573706f6e73652c207374617475732c20626f64792c2068656164657273203d207b7d29207b0a2020726573706f6e73652e777269746548656164287374617475732c207b2027636f6e74656e742d74797065273a20276170706c69636174696f6e2f6a736f6e272c202e2e2e68656164657273207d293b0a2020726573706f6e73652e656e6428626f6479203d3d3d20756e646566696e6564203f20756e646566696e6564203a204a534f4e2e737472696e6769667928626f647929293b0a7d0a0a7365727665722e6c697374656e28383038302c20276c6f63616c686f7374272c202829203d3e20636f6e736f6c652e6c6f672827687474703a2f2f6c6f63616c686f73743a383038302f746f646f732729293b0a', '2026-11-29 00:55:43.561+00');
INSERT INTO public.credential VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', '01a224cc-fca3-74fa-9f47-80985423bcd5', '01a224cc-fc9e-7426-a965-79e7284d5939', 1, 2578, '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:acme","name":"Acme Academy","url":"https://acme.example"},"validFrom":"2026-11-29T00:55:43Z","validUntil":"2028-11-29T00:55:43Z","name":"Web API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:319df797-611b-4ce0-8c4f-d4e8c2e19c84","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$d6bf551624ca091cca912b00b728d5a5a97ef809c86401d84e7645cd143a2fd3","salt":"942ad30e95301fe1847d252beba44519"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Ada Lovelace"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fc9e-7426-a965-79e7284d5939","name":"Web API design","description":"Designs, builds and documents a small HTTP API that answers mistakes as clearly as successes.","criteria":{"narrative":"Built an API of at least four requests, with sensible status codes, and had it reviewed."},"achievementType":"MicroCredential","tag":["HTTP","JSON","Node.js"],"image":{"id":"http://localhost:3998/achievements/01a224cc-fc9e-7426-a965-79e7284d5939/image","type":"Image"}}},"evidence":[{"type":["Evidence"],"id":"http://localhost:3998/example/todo-api.mjs","name":"To-do API","narrative":"Written for the last module and reviewed line by line.","description":"One file of JavaScript: four requests over plain Node.","mediaType":"text/javascript","digestMultibase":"uEiCzz49Vzx1rFBBO5CyGmC7xYFBXrbvyCrgu6djxj1ETNw"},{"type":["Evidence"],"id":"https://github.com/fastify/fastify-example-todo/tree/123ecde904a6b7716c3342ce2ea564658f8fa470","name":"The repository it grew in","description":"All of its source at one commit."},{"type":["Evidence"],"id":"http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5/captures/1","name":"Copy kept by the issuer","description":"The same bytes as when the badge was issued.","mediaType":"text/plain","digestMultibase":"uEiCzz49Vzx1rFBBO5CyGmC7xYFBXrbvyCrgu6djxj1ETNw"}],"relatedResource":[{"id":"http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5/evidence-report","mediaType":"application/json","digestSRI":"sha384-EhTZkb86ENGuw8b/OgnECK2v2QWSdhYm49dGxo/cdu/pedj5MhOuqqTeCpQcZAeX"}],"credentialStatus":{"id":"http://localhost:3998/status/1#2578","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"2578","statusListCredential":"http://localhost:3998/status/1","statusReference":"http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5/status"}}', '2026-11-29 00:55:43+00', '1PVZgpNYHC7OcPDyrVRGfmjJ0LbYwYJ33ZA478ReY3c', 'hVUl80BP5DcU4_e7oGwma7u7h1X0vEiV3_gPIYMSo0Y', '[{"git": null, "url": "http://localhost:3998/example/todo-api.mjs", "kept": [{"at": "2026-11-29T00:55:43Z", "by": "issuer", "url": "http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5/captures/1", "state": "kept", "digestSRI": "sha384-/riVGiKXwS2wGync+2+9581+0NFC295J/GzxpqD4AedYu0NOkr+G8r1lXZR9qxqV"}], "kind": "file", "size": 2952, "method": "digest", "pinned": true, "reason": null, "swhids": [], "theirs": [], "problems": [], "changedAt": null, "mediaType": "text/javascript", "permalink": null, "digestMultibase": "uEiCzz49Vzx1rFBBO5CyGmC7xYFBXrbvyCrgu6djxj1ETNw"}, {"git": null, "url": "https://github.com/fastify/fastify-example-todo/tree/123ecde904a6b7716c3342ce2ea564658f8fa470", "kept": [], "kind": "repository", "size": null, "method": "commit", "pinned": true, "reason": null, "swhids": [], "theirs": [], "problems": ["unreachable"], "changedAt": null, "mediaType": null, "permalink": "https://github.com/fastify/fastify-example-todo/tree/123ecde904a6b7716c3342ce2ea564658f8fa470", "digestMultibase": null}]', '01a224cc-fb90-72b5-80a0-a8604d4f46aa', '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:acme","name":"Acme Academy","url":"https://acme.example"},"validFrom":"2026-11-29T00:55:43Z","validUntil":"2028-11-29T00:55:43Z","name":"Web API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:319df797-611b-4ce0-8c4f-d4e8c2e19c84","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$d6bf551624ca091cca912b00b728d5a5a97ef809c86401d84e7645cd143a2fd3","salt":"942ad30e95301fe1847d252beba44519"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Ada Lovelace"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fc9e-7426-a965-79e7284d5939","name":"Web API design","description":"Designs, builds and documents a small HTTP API that answers mistakes as clearly as successes.","criteria":{"narrative":"Built an API of at least four requests, with sensible status codes, and had it reviewed."},"achievementType":"MicroCredential","tag":["HTTP","JSON","Node.js"],"image":{"id":"http://localhost:3998/achievements/01a224cc-fc9e-7426-a965-79e7284d5939/image","type":"Image"}}},"evidence":[{"type":["Evidence"],"id":"http://localhost:3998/example/todo-api.mjs","name":"To-do API","narrative":"Written for the last module and reviewed line by line.","description":"One file of JavaScript: four requests over plain Node.","mediaType":"text/javascript","digestMultibase":"uEiCzz49Vzx1rFBBO5CyGmC7xYFBXrbvyCrgu6djxj1ETNw"},{"type":["Evidence"],"id":"https://github.com/fastify/fastify-example-todo/tree/123ecde904a6b7716c3342ce2ea564658f8fa470","name":"The repository it grew in","description":"All of its source at one commit."},{"type":["Evidence"],"id":"http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5/captures/1","name":"Copy kept by the issuer","description":"The same bytes as when the badge was issued.","mediaType":"text/plain","digestMultibase":"uEiCzz49Vzx1rFBBO5CyGmC7xYFBXrbvyCrgu6djxj1ETNw"}],"relatedResource":[{"id":"http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5/evidence-report","mediaType":"application/json","digestSRI":"sha384-EhTZkb86ENGuw8b/OgnECK2v2QWSdhYm49dGxo/cdu/pedj5MhOuqqTeCpQcZAeX"}],"credentialStatus":{"id":"http://localhost:3998/status/1#2578","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"2578","statusListCredential":"http://localhost:3998/status/1","statusReference":"http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5/status"},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-11-29T00:55:43Z","verificationMethod":"did:web:localhost%3A3998:issuers:acme#z6MktSa9kCFMREbeK3UxRVEm9ZvRBtJGSQkHKfV3pF1v2QsE","proofPurpose":"assertionMethod","proofValue":"z4sbeLFoPNYuvBAYF5VmQWyYdcLhpsX24Hbz81sgFse7HtsBU4WJb6JJqc1zC5J9APeVxemPLdUHS3VtYxvgMUtKx"}}', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImRpZDp3ZWI6bG9jYWxob3N0JTNBMzk5ODppc3N1ZXJzOmFjbWUjaFZVbDgwQlA1RGNVNF9lN29Hd21hN3U3aDFYMHZFaVYzX2dQSVlNU28wWSIsInR5cCI6IkpXVCJ9.eyJAY29udGV4dCI6WyJodHRwczovL3d3dy53My5vcmcvbnMvY3JlZGVudGlhbHMvdjIiLCJodHRwczovL3B1cmwuaW1zZ2xvYmFsLm9yZy9zcGVjL29iL3YzcDAvY29udGV4dC0zLjAuMy5qc29uIl0sInR5cGUiOlsiVmVyaWZpYWJsZUNyZWRlbnRpYWwiLCJPcGVuQmFkZ2VDcmVkZW50aWFsIl0sImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2NyZWRlbnRpYWxzLzAxYTIyNGNjLWZjYTMtNzRmYS05ZjQ3LTgwOTg1NDIzYmNkNSIsImlzc3VlciI6eyJ0eXBlIjpbIlByb2ZpbGUiXSwiaWQiOiJkaWQ6d2ViOmxvY2FsaG9zdCUzQTM5OTg6aXNzdWVyczphY21lIiwibmFtZSI6IkFjbWUgQWNhZGVteSIsInVybCI6Imh0dHBzOi8vYWNtZS5leGFtcGxlIn0sInZhbGlkRnJvbSI6IjIwMjYtMTEtMjlUMDA6NTU6NDNaIiwidmFsaWRVbnRpbCI6IjIwMjgtMTEtMjlUMDA6NTU6NDNaIiwibmFtZSI6IldlYiBBUEkgZGVzaWduIiwiY3JlZGVudGlhbFN1YmplY3QiOnsidHlwZSI6WyJBY2hpZXZlbWVudFN1YmplY3QiXSwiaWQiOiJ1cm46dXVpZDozMTlkZjc5Ny02MTFiLTRjZTAtOGM0Zi1kNGU4YzJlMTljODQiLCJpZGVudGlmaWVyIjpbeyJ0eXBlIjoiSWRlbnRpdHlPYmplY3QiLCJoYXNoZWQiOnRydWUsImlkZW50aXR5VHlwZSI6ImVtYWlsQWRkcmVzcyIsImlkZW50aXR5SGFzaCI6InNoYTI1NiRkNmJmNTUxNjI0Y2EwOTFjY2E5MTJiMDBiNzI4ZDVhNWE5N2VmODA5Yzg2NDAxZDg0ZTc2NDVjZDE0M2EyZmQzIiwic2FsdCI6Ijk0MmFkMzBlOTUzMDFmZTE4NDdkMjUyYmViYTQ0NTE5In0seyJ0eXBlIjoiSWRlbnRpdHlPYmplY3QiLCJoYXNoZWQiOmZhbHNlLCJpZGVudGl0eVR5cGUiOiJuYW1lIiwiaWRlbnRpdHlIYXNoIjoiQWRhIExvdmVsYWNlIn1dLCJhY2hpZXZlbWVudCI6eyJ0eXBlIjpbIkFjaGlldmVtZW50Il0sImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2FjaGlldmVtZW50cy8wMWEyMjRjYy1mYzllLTc0MjYtYTk2NS03OWU3Mjg0ZDU5MzkiLCJuYW1lIjoiV2ViIEFQSSBkZXNpZ24iLCJkZXNjcmlwdGlvbiI6IkRlc2lnbnMsIGJ1aWxkcyBhbmQgZG9jdW1lbnRzIGEgc21hbGwgSFRUUCBBUEkgdGhhdCBhbnN3ZXJzIG1pc3Rha2VzIGFzIGNsZWFybHkgYXMgc3VjY2Vzc2VzLiIsImNyaXRlcmlhIjp7Im5hcnJhdGl2ZSI6IkJ1aWx0IGFuIEFQSSBvZiBhdCBsZWFzdCBmb3VyIHJlcXVlc3RzLCB3aXRoIHNlbnNpYmxlIHN0YXR1cyBjb2RlcywgYW5kIGhhZCBpdCByZXZpZXdlZC4ifSwiYWNoaWV2ZW1lbnRUeXBlIjoiTWljcm9DcmVkZW50aWFsIiwidGFnIjpbIkhUVFAiLCJKU09OIiwiTm9kZS5qcyJdLCJpbWFnZSI6eyJpZCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9hY2hpZXZlbWVudHMvMDFhMjI0Y2MtZmM5ZS03NDI2LWE5NjUtNzllNzI4NGQ1OTM5L2ltYWdlIiwidHlwZSI6IkltYWdlIn19fSwiZXZpZGVuY2UiOlt7InR5cGUiOlsiRXZpZGVuY2UiXSwiaWQiOiJodHRwOi8vbG9jYWxob3N0OjM5OTgvZXhhbXBsZS90b2RvLWFwaS5tanMiLCJuYW1lIjoiVG8tZG8gQVBJIiwibmFycmF0aXZlIjoiV3JpdHRlbiBmb3IgdGhlIGxhc3QgbW9kdWxlIGFuZCByZXZpZXdlZCBsaW5lIGJ5IGxpbmUuIiwiZGVzY3JpcHRpb24iOiJPbmUgZmlsZSBvZiBKYXZhU2NyaXB0OiBmb3VyIHJlcXVlc3RzIG92ZXIgcGxhaW4gTm9kZS4iLCJtZWRpYVR5cGUiOiJ0ZXh0L2phdmFzY3JpcHQiLCJkaWdlc3RNdWx0aWJhc2UiOiJ1RWlDeno0OVZ6eDFyRkJCTzVDeUdtQzd4WUZCWHJidnlDcmd1NmRqeGoxRVROdyJ9LHsidHlwZSI6WyJFdmlkZW5jZSJdLCJpZCI6Imh0dHBzOi8vZ2l0aHViLmNvbS9mYXN0aWZ5L2Zhc3RpZnktZXhhbXBsZS10b2RvL3RyZWUvMTIzZWNkZTkwNGE2Yjc3MTZjMzM0MmNlMmVhNTY0NjU4ZjhmYTQ3MCIsIm5hbWUiOiJUaGUgcmVwb3NpdG9yeSBpdCBncmV3IGluIiwiZGVzY3JpcHRpb24iOiJBbGwgb2YgaXRzIHNvdXJjZSBhdCBvbmUgY29tbWl0LiJ9LHsidHlwZSI6WyJFdmlkZW5jZSJdLCJpZCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9jcmVkZW50aWFscy8wMWEyMjRjYy1mY2EzLTc0ZmEtOWY0Ny04MDk4NTQyM2JjZDUvY2FwdHVyZXMvMSIsIm5hbWUiOiJDb3B5IGtlcHQgYnkgdGhlIGlzc3VlciIsImRlc2NyaXB0aW9uIjoiVGhlIHNhbWUgYnl0ZXMgYXMgd2hlbiB0aGUgYmFkZ2Ugd2FzIGlzc3VlZC4iLCJtZWRpYVR5cGUiOiJ0ZXh0L3BsYWluIiwiZGlnZXN0TXVsdGliYXNlIjoidUVpQ3p6NDlWengxckZCQk81Q3lHbUM3eFlGQlhyYnZ5Q3JndTZkanhqMUVUTncifV0sInJlbGF0ZWRSZXNvdXJjZSI6W3siaWQiOiJodHRwOi8vbG9jYWxob3N0OjM5OTgvY3JlZGVudGlhbHMvMDFhMjI0Y2MtZmNhMy03NGZhLTlmNDctODA5ODU0MjNiY2Q1L2V2aWRlbmNlLXJlcG9ydCIsIm1lZGlhVHlwZSI6ImFwcGxpY2F0aW9uL2pzb24iLCJkaWdlc3RTUkkiOiJzaGEzODQtRWhUWmtiODZFTkd1dzhiL09nbkVDSzJ2MlFXU2RoWW00OWRHeG8vY2R1L3BlZGo1TWhPdXFxVGVDcFFjWkFlWCJ9XSwiY3JlZGVudGlhbFN0YXR1cyI6eyJpZCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9zdGF0dXMvMSMyNTc4IiwidHlwZSI6IkJpdHN0cmluZ1N0YXR1c0xpc3RFbnRyeSIsInN0YXR1c1B1cnBvc2UiOiJyZXZvY2F0aW9uIiwic3RhdHVzTGlzdEluZGV4IjoiMjU3OCIsInN0YXR1c0xpc3RDcmVkZW50aWFsIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L3N0YXR1cy8xIiwic3RhdHVzUmVmZXJlbmNlIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2NyZWRlbnRpYWxzLzAxYTIyNGNjLWZjYTMtNzRmYS05ZjQ3LTgwOTg1NDIzYmNkNS9zdGF0dXMifSwiaXNzIjoiZGlkOndlYjpsb2NhbGhvc3QlM0EzOTk4Omlzc3VlcnM6YWNtZSIsImp0aSI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9jcmVkZW50aWFscy8wMWEyMjRjYy1mY2EzLTc0ZmEtOWY0Ny04MDk4NTQyM2JjZDUiLCJuYmYiOjE3OTU5MTM3NDMsInN1YiI6InVybjp1dWlkOjMxOWRmNzk3LTYxMWItNGNlMC04YzRmLWQ0ZThjMmUxOWM4NCIsImV4cCI6MTg1OTA3MjE0M30._-6rXY7Jv8LgND0InJYYOhmzbyyZ_FlADOT5taTBUI0s0_4XYqpoIZE8fPS3R87OTYiGDadTEx67xKkhGgRX9Q', '\x5230b204a1a89cfaa76725eaa6673be6a0b4332c0e08048e41f861675157491a', '2026-11-29 00:55:43+00', '2028-11-29 00:55:43+00', '2026-11-29 00:55:43.561+00', '2026-11-29 00:55:43.581+00', NULL, NULL, NULL);
INSERT INTO public.credential VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-fe4f-7cb8-b875-e8860daabdc2', '01a224cc-fe44-7933-baf2-b00ebb329221', 2, 95960, '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-fe4f-7cb8-b875-e8860daabdc2","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:43Z","validUntil":"2036-11-29T00:55:43Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:a5c90675-5951-4bc6-b3a2-9fbb11c22c88","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$b3075b478d77d7d85c1fcbb28982584a49c6ecb5ddd3819a8b2e71e2c32c5630","salt":"34119dd0c0c6004a4ac28395cf5e22ac"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Learner 0"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#95960","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"95960","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cc-fe4f-7cb8-b875-e8860daabdc2/status"}}', '2026-11-29 00:55:43+00', '_RUAWeVHoV0WPpXPkU_ar-s6JObBJih_xsKHyf8DR0w', 'YqpvBeSJsgllhbP9zXXS1dG0qR4pBj00jYcqgRFzVK4', '[]', '01a224cc-fb90-72b5-80a0-a8604d4f46aa', '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-fe4f-7cb8-b875-e8860daabdc2","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:43Z","validUntil":"2036-11-29T00:55:43Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:a5c90675-5951-4bc6-b3a2-9fbb11c22c88","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$b3075b478d77d7d85c1fcbb28982584a49c6ecb5ddd3819a8b2e71e2c32c5630","salt":"34119dd0c0c6004a4ac28395cf5e22ac"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Learner 0"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#95960","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"95960","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cc-fe4f-7cb8-b875-e8860daabdc2/status"},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-11-29T00:55:43Z","verificationMethod":"did:web:localhost%3A3998:issuers:school#z6MkgBRDpzeWV3GPkf2T6X8863HbcLeJgxts76JU67cMhbNp","proofPurpose":"assertionMethod","proofValue":"z9De5KjUSa22qshEyk4cmBw5hjFJB1MSEufX6qZ5AzY2Mo4AHHAfE4wZY7VT3j9EPHbyLReDa7zvLtS2mawVgKMX"}}', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImRpZDp3ZWI6bG9jYWxob3N0JTNBMzk5ODppc3N1ZXJzOnNjaG9vbCNZcXB2QmVTSnNnbGxoYlA5elhYUzFkRzBxUjRwQmowMGpZY3FnUkZ6Vks0IiwidHlwIjoiSldUIn0.eyJAY29udGV4dCI6WyJodHRwczovL3d3dy53My5vcmcvbnMvY3JlZGVudGlhbHMvdjIiLCJodHRwczovL3B1cmwuaW1zZ2xvYmFsLm9yZy9zcGVjL29iL3YzcDAvY29udGV4dC0zLjAuMy5qc29uIl0sInR5cGUiOlsiVmVyaWZpYWJsZUNyZWRlbnRpYWwiLCJPcGVuQmFkZ2VDcmVkZW50aWFsIl0sImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2NyZWRlbnRpYWxzLzAxYTIyNGNjLWZlNGYtN2NiOC1iODc1LWU4ODYwZGFhYmRjMiIsImlzc3VlciI6eyJ0eXBlIjpbIlByb2ZpbGUiXSwiaWQiOiJkaWQ6d2ViOmxvY2FsaG9zdCUzQTM5OTg6aXNzdWVyczpzY2hvb2wiLCJuYW1lIjoiU2Nob29sIG9mIFRlc3RzIiwiZW1haWwiOiJiYWRnZXNAc2Nob29sLmV4YW1wbGUifSwidmFsaWRGcm9tIjoiMjAyNi0xMS0yOVQwMDo1NTo0M1oiLCJ2YWxpZFVudGlsIjoiMjAzNi0xMS0yOVQwMDo1NTo0M1oiLCJuYW1lIjoiQVBJIGRlc2lnbiIsImNyZWRlbnRpYWxTdWJqZWN0Ijp7InR5cGUiOlsiQWNoaWV2ZW1lbnRTdWJqZWN0Il0sImlkIjoidXJuOnV1aWQ6YTVjOTA2NzUtNTk1MS00YmM2LWIzYTItOWZiYjExYzIyYzg4IiwiaWRlbnRpZmllciI6W3sidHlwZSI6IklkZW50aXR5T2JqZWN0IiwiaGFzaGVkIjp0cnVlLCJpZGVudGl0eVR5cGUiOiJlbWFpbEFkZHJlc3MiLCJpZGVudGl0eUhhc2giOiJzaGEyNTYkYjMwNzViNDc4ZDc3ZDdkODVjMWZjYmIyODk4MjU4NGE0OWM2ZWNiNWRkZDM4MTlhOGIyZTcxZTJjMzJjNTYzMCIsInNhbHQiOiIzNDExOWRkMGMwYzYwMDRhNGFjMjgzOTVjZjVlMjJhYyJ9LHsidHlwZSI6IklkZW50aXR5T2JqZWN0IiwiaGFzaGVkIjpmYWxzZSwiaWRlbnRpdHlUeXBlIjoibmFtZSIsImlkZW50aXR5SGFzaCI6IkxlYXJuZXIgMCJ9XSwiYWNoaWV2ZW1lbnQiOnsidHlwZSI6WyJBY2hpZXZlbWVudCJdLCJpZCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9hY2hpZXZlbWVudHMvMDFhMjI0Y2MtZmU0NC03OTMzLWJhZjItYjAwZWJiMzI5MjIxIiwibmFtZSI6IkFQSSBkZXNpZ24iLCJkZXNjcmlwdGlvbiI6IkRlc2lnbnMgQVBJcy4iLCJjcml0ZXJpYSI6eyJuYXJyYXRpdmUiOiJCdWlsdCBvbmUuIn0sImltYWdlIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2FjaGlldmVtZW50cy8wMWEyMjRjYy1mZTQ0LTc5MzMtYmFmMi1iMDBlYmIzMjkyMjEvaW1hZ2UiLCJ0eXBlIjoiSW1hZ2UifX19LCJjcmVkZW50aWFsU3RhdHVzIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L3N0YXR1cy8yIzk1OTYwIiwidHlwZSI6IkJpdHN0cmluZ1N0YXR1c0xpc3RFbnRyeSIsInN0YXR1c1B1cnBvc2UiOiJyZXZvY2F0aW9uIiwic3RhdHVzTGlzdEluZGV4IjoiOTU5NjAiLCJzdGF0dXNMaXN0Q3JlZGVudGlhbCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9zdGF0dXMvMiIsInN0YXR1c1JlZmVyZW5jZSI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9jcmVkZW50aWFscy8wMWEyMjRjYy1mZTRmLTdjYjgtYjg3NS1lODg2MGRhYWJkYzIvc3RhdHVzIn0sImlzcyI6ImRpZDp3ZWI6bG9jYWxob3N0JTNBMzk5ODppc3N1ZXJzOnNjaG9vbCIsImp0aSI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9jcmVkZW50aWFscy8wMWEyMjRjYy1mZTRmLTdjYjgtYjg3NS1lODg2MGRhYWJkYzIiLCJuYmYiOjE3OTU5MTM3NDMsInN1YiI6InVybjp1dWlkOmE1YzkwNjc1LTU5NTEtNGJjNi1iM2EyLTlmYmIxMWMyMmM4OCIsImV4cCI6MjExMTUzMjk0M30.XtEeVv-7soev6nEv_1hZ8nbHf58fjr56gxnYFrSUPmY36A4ahO-TzG-auo4hWJEHlWBrOrSIW5gqAZDGAt6QrA', '\x285c710b544aff0b8a8fe30e2cc0d82c73eeb6794e768410d50a757577e19ff3', '2026-11-29 00:55:43+00', '2036-11-29 00:55:43+00', '2026-11-29 00:55:43.962+00', '2026-11-29 00:55:43.994+00', NULL, NULL, NULL);
INSERT INTO public.credential VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-ff07-7eef-8b96-95b4ef32a6ab', '01a224cc-fe44-7933-baf2-b00ebb329221', 2, 105250, '', '2026-11-29 00:55:44+00', '_RUAWeVHoV0WPpXPkU_ar-s6JObBJih_xsKHyf8DR0w', 'YqpvBeSJsgllhbP9zXXS1dG0qR4pBj00jYcqgRFzVK4', '[]', '01a224cc-fb90-72b5-80a0-a8604d4f46aa', NULL, NULL, NULL, '2026-11-29 00:55:44+00', '2036-11-29 00:55:44+00', '2026-11-29 00:55:44.14+00', '2026-11-29 00:55:44.145+00', NULL, NULL, '2026-11-29 00:55:44.52+00');
INSERT INTO public.credential VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-febf-7323-92f5-0549194512bc', '01a224cc-fe44-7933-baf2-b00ebb329221', 2, 7930, '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-febf-7323-92f5-0549194512bc","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:44Z","validUntil":"2036-11-29T00:55:44Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:c0a2de48-4f29-4311-95e6-baadf2cecac5","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$2244a48829f54545540c77e1d9812ef869ff7f42201df8c2fe69c81712bf2626","salt":"c7b017c5734f0fec6c38c5af737e37fe"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Learner 2"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#7930","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"7930","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cc-febf-7323-92f5-0549194512bc/status"}}', '2026-11-29 00:55:44+00', '_RUAWeVHoV0WPpXPkU_ar-s6JObBJih_xsKHyf8DR0w', 'YqpvBeSJsgllhbP9zXXS1dG0qR4pBj00jYcqgRFzVK4', '[]', '01a224cc-fb90-72b5-80a0-a8604d4f46aa', '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-febf-7323-92f5-0549194512bc","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:44Z","validUntil":"2036-11-29T00:55:44Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:c0a2de48-4f29-4311-95e6-baadf2cecac5","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$2244a48829f54545540c77e1d9812ef869ff7f42201df8c2fe69c81712bf2626","salt":"c7b017c5734f0fec6c38c5af737e37fe"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Learner 2"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#7930","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"7930","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cc-febf-7323-92f5-0549194512bc/status"},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-11-29T00:55:44Z","verificationMethod":"did:web:localhost%3A3998:issuers:school#z6MkgBRDpzeWV3GPkf2T6X8863HbcLeJgxts76JU67cMhbNp","proofPurpose":"assertionMethod","proofValue":"z3cfHw1WKrzbxeEgtTbf2ZJoDgJg8JhR8GE1ERi7NHxFefNvBkxvLbrqfUicHExw8n1oGR2KDqV6MZ4DH7VGgL7G3"}}', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImRpZDp3ZWI6bG9jYWxob3N0JTNBMzk5ODppc3N1ZXJzOnNjaG9vbCNZcXB2QmVTSnNnbGxoYlA5elhYUzFkRzBxUjRwQmowMGpZY3FnUkZ6Vks0IiwidHlwIjoiSldUIn0.eyJAY29udGV4dCI6WyJodHRwczovL3d3dy53My5vcmcvbnMvY3JlZGVudGlhbHMvdjIiLCJodHRwczovL3B1cmwuaW1zZ2xvYmFsLm9yZy9zcGVjL29iL3YzcDAvY29udGV4dC0zLjAuMy5qc29uIl0sInR5cGUiOlsiVmVyaWZpYWJsZUNyZWRlbnRpYWwiLCJPcGVuQmFkZ2VDcmVkZW50aWFsIl0sImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2NyZWRlbnRpYWxzLzAxYTIyNGNjLWZlYmYtNzMyMy05MmY1LTA1NDkxOTQ1MTJiYyIsImlzc3VlciI6eyJ0eXBlIjpbIlByb2ZpbGUiXSwiaWQiOiJkaWQ6d2ViOmxvY2FsaG9zdCUzQTM5OTg6aXNzdWVyczpzY2hvb2wiLCJuYW1lIjoiU2Nob29sIG9mIFRlc3RzIiwiZW1haWwiOiJiYWRnZXNAc2Nob29sLmV4YW1wbGUifSwidmFsaWRGcm9tIjoiMjAyNi0xMS0yOVQwMDo1NTo0NFoiLCJ2YWxpZFVudGlsIjoiMjAzNi0xMS0yOVQwMDo1NTo0NFoiLCJuYW1lIjoiQVBJIGRlc2lnbiIsImNyZWRlbnRpYWxTdWJqZWN0Ijp7InR5cGUiOlsiQWNoaWV2ZW1lbnRTdWJqZWN0Il0sImlkIjoidXJuOnV1aWQ6YzBhMmRlNDgtNGYyOS00MzExLTk1ZTYtYmFhZGYyY2VjYWM1IiwiaWRlbnRpZmllciI6W3sidHlwZSI6IklkZW50aXR5T2JqZWN0IiwiaGFzaGVkIjp0cnVlLCJpZGVudGl0eVR5cGUiOiJlbWFpbEFkZHJlc3MiLCJpZGVudGl0eUhhc2giOiJzaGEyNTYkMjI0NGE0ODgyOWY1NDU0NTU0MGM3N2UxZDk4MTJlZjg2OWZmN2Y0MjIwMWRmOGMyZmU2OWM4MTcxMmJmMjYyNiIsInNhbHQiOiJjN2IwMTdjNTczNGYwZmVjNmMzOGM1YWY3MzdlMzdmZSJ9LHsidHlwZSI6IklkZW50aXR5T2JqZWN0IiwiaGFzaGVkIjpmYWxzZSwiaWRlbnRpdHlUeXBlIjoibmFtZSIsImlkZW50aXR5SGFzaCI6IkxlYXJuZXIgMiJ9XSwiYWNoaWV2ZW1lbnQiOnsidHlwZSI6WyJBY2hpZXZlbWVudCJdLCJpZCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9hY2hpZXZlbWVudHMvMDFhMjI0Y2MtZmU0NC03OTMzLWJhZjItYjAwZWJiMzI5MjIxIiwibmFtZSI6IkFQSSBkZXNpZ24iLCJkZXNjcmlwdGlvbiI6IkRlc2lnbnMgQVBJcy4iLCJjcml0ZXJpYSI6eyJuYXJyYXRpdmUiOiJCdWlsdCBvbmUuIn0sImltYWdlIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2FjaGlldmVtZW50cy8wMWEyMjRjYy1mZTQ0LTc5MzMtYmFmMi1iMDBlYmIzMjkyMjEvaW1hZ2UiLCJ0eXBlIjoiSW1hZ2UifX19LCJjcmVkZW50aWFsU3RhdHVzIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L3N0YXR1cy8yIzc5MzAiLCJ0eXBlIjoiQml0c3RyaW5nU3RhdHVzTGlzdEVudHJ5Iiwic3RhdHVzUHVycG9zZSI6InJldm9jYXRpb24iLCJzdGF0dXNMaXN0SW5kZXgiOiI3OTMwIiwic3RhdHVzTGlzdENyZWRlbnRpYWwiOiJodHRwOi8vbG9jYWxob3N0OjM5OTgvc3RhdHVzLzIiLCJzdGF0dXNSZWZlcmVuY2UiOiJodHRwOi8vbG9jYWxob3N0OjM5OTgvY3JlZGVudGlhbHMvMDFhMjI0Y2MtZmViZi03MzIzLTkyZjUtMDU0OTE5NDUxMmJjL3N0YXR1cyJ9LCJpc3MiOiJkaWQ6d2ViOmxvY2FsaG9zdCUzQTM5OTg6aXNzdWVyczpzY2hvb2wiLCJqdGkiOiJodHRwOi8vbG9jYWxob3N0OjM5OTgvY3JlZGVudGlhbHMvMDFhMjI0Y2MtZmViZi03MzIzLTkyZjUtMDU0OTE5NDUxMmJjIiwibmJmIjoxNzk1OTEzNzQ0LCJzdWIiOiJ1cm46dXVpZDpjMGEyZGU0OC00ZjI5LTQzMTEtOTVlNi1iYWFkZjJjZWNhYzUiLCJleHAiOjIxMTE1MzI5NDR9.ZdsvrT7sDBtzE0s1xjxRk-REsJSiS1QNNJy4egH-dVYNGAsjN1MwK3V_xQyB_NoLluJavRHiUnEVyrK2gTgwKg', '\x2767bd8ff86e21f0ab95a7b39512531dd0a80d28e9b19ace4808fc7ad6be27bb', '2026-11-29 00:55:44+00', '2036-11-29 00:55:44+00', '2026-11-29 00:55:44.074+00', '2026-11-29 00:55:44.087+00', NULL, NULL, NULL);
INSERT INTO public.credential VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-fe99-721b-8cb5-9b554049d399', '01a224cc-fe44-7933-baf2-b00ebb329221', 2, 87365, '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-fe99-721b-8cb5-9b554049d399","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:44Z","validUntil":"2036-11-29T00:55:44Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:fb06ed45-4117-4f7c-8ed8-819099bd5255","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$7178f4821e7d4b5723e61daf45ec87a1895a5b5e929eff9a18769d4f076a119e","salt":"d3f23859f7deeea22b29e4925b98f31b"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Learner 1"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#87365","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"87365","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cc-fe99-721b-8cb5-9b554049d399/status"}}', '2026-11-29 00:55:44+00', '_RUAWeVHoV0WPpXPkU_ar-s6JObBJih_xsKHyf8DR0w', 'YqpvBeSJsgllhbP9zXXS1dG0qR4pBj00jYcqgRFzVK4', '[]', '01a224cc-fb90-72b5-80a0-a8604d4f46aa', '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-fe99-721b-8cb5-9b554049d399","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:44Z","validUntil":"2036-11-29T00:55:44Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:fb06ed45-4117-4f7c-8ed8-819099bd5255","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$7178f4821e7d4b5723e61daf45ec87a1895a5b5e929eff9a18769d4f076a119e","salt":"d3f23859f7deeea22b29e4925b98f31b"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Learner 1"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#87365","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"87365","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cc-fe99-721b-8cb5-9b554049d399/status"},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-11-29T00:55:44Z","verificationMethod":"did:web:localhost%3A3998:issuers:school#z6MkgBRDpzeWV3GPkf2T6X8863HbcLeJgxts76JU67cMhbNp","proofPurpose":"assertionMethod","proofValue":"z37WVNpEDBxxuSL5SkxAhGS6fZ7p8WCoy1aXNMUSywkJVjjBe3LjAe2LeAgUzZw2N5P7XCHWZMqDVa2nYVZPmccms"}}', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImRpZDp3ZWI6bG9jYWxob3N0JTNBMzk5ODppc3N1ZXJzOnNjaG9vbCNZcXB2QmVTSnNnbGxoYlA5elhYUzFkRzBxUjRwQmowMGpZY3FnUkZ6Vks0IiwidHlwIjoiSldUIn0.eyJAY29udGV4dCI6WyJodHRwczovL3d3dy53My5vcmcvbnMvY3JlZGVudGlhbHMvdjIiLCJodHRwczovL3B1cmwuaW1zZ2xvYmFsLm9yZy9zcGVjL29iL3YzcDAvY29udGV4dC0zLjAuMy5qc29uIl0sInR5cGUiOlsiVmVyaWZpYWJsZUNyZWRlbnRpYWwiLCJPcGVuQmFkZ2VDcmVkZW50aWFsIl0sImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2NyZWRlbnRpYWxzLzAxYTIyNGNjLWZlOTktNzIxYi04Y2I1LTliNTU0MDQ5ZDM5OSIsImlzc3VlciI6eyJ0eXBlIjpbIlByb2ZpbGUiXSwiaWQiOiJkaWQ6d2ViOmxvY2FsaG9zdCUzQTM5OTg6aXNzdWVyczpzY2hvb2wiLCJuYW1lIjoiU2Nob29sIG9mIFRlc3RzIiwiZW1haWwiOiJiYWRnZXNAc2Nob29sLmV4YW1wbGUifSwidmFsaWRGcm9tIjoiMjAyNi0xMS0yOVQwMDo1NTo0NFoiLCJ2YWxpZFVudGlsIjoiMjAzNi0xMS0yOVQwMDo1NTo0NFoiLCJuYW1lIjoiQVBJIGRlc2lnbiIsImNyZWRlbnRpYWxTdWJqZWN0Ijp7InR5cGUiOlsiQWNoaWV2ZW1lbnRTdWJqZWN0Il0sImlkIjoidXJuOnV1aWQ6ZmIwNmVkNDUtNDExNy00ZjdjLThlZDgtODE5MDk5YmQ1MjU1IiwiaWRlbnRpZmllciI6W3sidHlwZSI6IklkZW50aXR5T2JqZWN0IiwiaGFzaGVkIjp0cnVlLCJpZGVudGl0eVR5cGUiOiJlbWFpbEFkZHJlc3MiLCJpZGVudGl0eUhhc2giOiJzaGEyNTYkNzE3OGY0ODIxZTdkNGI1NzIzZTYxZGFmNDVlYzg3YTE4OTVhNWI1ZTkyOWVmZjlhMTg3NjlkNGYwNzZhMTE5ZSIsInNhbHQiOiJkM2YyMzg1OWY3ZGVlZWEyMmIyOWU0OTI1Yjk4ZjMxYiJ9LHsidHlwZSI6IklkZW50aXR5T2JqZWN0IiwiaGFzaGVkIjpmYWxzZSwiaWRlbnRpdHlUeXBlIjoibmFtZSIsImlkZW50aXR5SGFzaCI6IkxlYXJuZXIgMSJ9XSwiYWNoaWV2ZW1lbnQiOnsidHlwZSI6WyJBY2hpZXZlbWVudCJdLCJpZCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9hY2hpZXZlbWVudHMvMDFhMjI0Y2MtZmU0NC03OTMzLWJhZjItYjAwZWJiMzI5MjIxIiwibmFtZSI6IkFQSSBkZXNpZ24iLCJkZXNjcmlwdGlvbiI6IkRlc2lnbnMgQVBJcy4iLCJjcml0ZXJpYSI6eyJuYXJyYXRpdmUiOiJCdWlsdCBvbmUuIn0sImltYWdlIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2FjaGlldmVtZW50cy8wMWEyMjRjYy1mZTQ0LTc5MzMtYmFmMi1iMDBlYmIzMjkyMjEvaW1hZ2UiLCJ0eXBlIjoiSW1hZ2UifX19LCJjcmVkZW50aWFsU3RhdHVzIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L3N0YXR1cy8yIzg3MzY1IiwidHlwZSI6IkJpdHN0cmluZ1N0YXR1c0xpc3RFbnRyeSIsInN0YXR1c1B1cnBvc2UiOiJyZXZvY2F0aW9uIiwic3RhdHVzTGlzdEluZGV4IjoiODczNjUiLCJzdGF0dXNMaXN0Q3JlZGVudGlhbCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9zdGF0dXMvMiIsInN0YXR1c1JlZmVyZW5jZSI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9jcmVkZW50aWFscy8wMWEyMjRjYy1mZTk5LTcyMWItOGNiNS05YjU1NDA0OWQzOTkvc3RhdHVzIn0sImlzcyI6ImRpZDp3ZWI6bG9jYWxob3N0JTNBMzk5ODppc3N1ZXJzOnNjaG9vbCIsImp0aSI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9jcmVkZW50aWFscy8wMWEyMjRjYy1mZTk5LTcyMWItOGNiNS05YjU1NDA0OWQzOTkiLCJuYmYiOjE3OTU5MTM3NDQsInN1YiI6InVybjp1dWlkOmZiMDZlZDQ1LTQxMTctNGY3Yy04ZWQ4LTgxOTA5OWJkNTI1NSIsImV4cCI6MjExMTUzMjk0NH0._wtURQxXH940_wkSidgdsKteW4Cy6CW8XjQk4pYKQvEzetko7ICp_FLFXnlm1qBxNKYa2LyRqTGsVFtl550HxA', '\x2781b59a3ddc91259719fedefa1a7480547f47c0f4e2efb24a4d518b20e0ce0d', '2026-11-29 00:55:44+00', '2036-11-29 00:55:44+00', '2026-11-29 00:55:44.029+00', '2026-11-29 00:55:44.034+00', '2026-11-29 00:55:44.203+00', NULL, NULL);
INSERT INTO public.credential VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-ff21-72dc-852c-9bea433a3c30', '01a224cc-fe44-7933-baf2-b00ebb329221', 2, 101616, '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-ff21-72dc-852c-9bea433a3c30","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:44Z","validUntil":"2036-11-29T00:55:44Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:548ec419-4f21-45ef-a143-c14ebbed7501","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$b25c9cff0dff86f55cd8608aa7cf4348e3d281fb74e0fca8b4935b4aaf3e30db","salt":"fa25a7e06c5dd532a86d927fd2084b5d"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Learner 4"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#101616","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"101616","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cc-ff21-72dc-852c-9bea433a3c30/status"}}', '2026-11-29 00:55:44+00', '_RUAWeVHoV0WPpXPkU_ar-s6JObBJih_xsKHyf8DR0w', 'YqpvBeSJsgllhbP9zXXS1dG0qR4pBj00jYcqgRFzVK4', '[]', '01a224cc-fb90-72b5-80a0-a8604d4f46aa', '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-ff21-72dc-852c-9bea433a3c30","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:44Z","validUntil":"2036-11-29T00:55:44Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:548ec419-4f21-45ef-a143-c14ebbed7501","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$b25c9cff0dff86f55cd8608aa7cf4348e3d281fb74e0fca8b4935b4aaf3e30db","salt":"fa25a7e06c5dd532a86d927fd2084b5d"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Learner 4"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#101616","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"101616","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cc-ff21-72dc-852c-9bea433a3c30/status"},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-11-29T00:55:44Z","verificationMethod":"did:web:localhost%3A3998:issuers:school#z6MkgBRDpzeWV3GPkf2T6X8863HbcLeJgxts76JU67cMhbNp","proofPurpose":"assertionMethod","proofValue":"z27eUa5ByXozREtrnGJ3RPC1pWg7prkrgLaahTAoN8kFsupp6BKy5bNDpNS6CpYzhh7P9i1QCaDf2C3o9C5iegwz5"}}', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImRpZDp3ZWI6bG9jYWxob3N0JTNBMzk5ODppc3N1ZXJzOnNjaG9vbCNZcXB2QmVTSnNnbGxoYlA5elhYUzFkRzBxUjRwQmowMGpZY3FnUkZ6Vks0IiwidHlwIjoiSldUIn0.eyJAY29udGV4dCI6WyJodHRwczovL3d3dy53My5vcmcvbnMvY3JlZGVudGlhbHMvdjIiLCJodHRwczovL3B1cmwuaW1zZ2xvYmFsLm9yZy9zcGVjL29iL3YzcDAvY29udGV4dC0zLjAuMy5qc29uIl0sInR5cGUiOlsiVmVyaWZpYWJsZUNyZWRlbnRpYWwiLCJPcGVuQmFkZ2VDcmVkZW50aWFsIl0sImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2NyZWRlbnRpYWxzLzAxYTIyNGNjLWZmMjEtNzJkYy04NTJjLTliZWE0MzNhM2MzMCIsImlzc3VlciI6eyJ0eXBlIjpbIlByb2ZpbGUiXSwiaWQiOiJkaWQ6d2ViOmxvY2FsaG9zdCUzQTM5OTg6aXNzdWVyczpzY2hvb2wiLCJuYW1lIjoiU2Nob29sIG9mIFRlc3RzIiwiZW1haWwiOiJiYWRnZXNAc2Nob29sLmV4YW1wbGUifSwidmFsaWRGcm9tIjoiMjAyNi0xMS0yOVQwMDo1NTo0NFoiLCJ2YWxpZFVudGlsIjoiMjAzNi0xMS0yOVQwMDo1NTo0NFoiLCJuYW1lIjoiQVBJIGRlc2lnbiIsImNyZWRlbnRpYWxTdWJqZWN0Ijp7InR5cGUiOlsiQWNoaWV2ZW1lbnRTdWJqZWN0Il0sImlkIjoidXJuOnV1aWQ6NTQ4ZWM0MTktNGYyMS00NWVmLWExNDMtYzE0ZWJiZWQ3NTAxIiwiaWRlbnRpZmllciI6W3sidHlwZSI6IklkZW50aXR5T2JqZWN0IiwiaGFzaGVkIjp0cnVlLCJpZGVudGl0eVR5cGUiOiJlbWFpbEFkZHJlc3MiLCJpZGVudGl0eUhhc2giOiJzaGEyNTYkYjI1YzljZmYwZGZmODZmNTVjZDg2MDhhYTdjZjQzNDhlM2QyODFmYjc0ZTBmY2E4YjQ5MzViNGFhZjNlMzBkYiIsInNhbHQiOiJmYTI1YTdlMDZjNWRkNTMyYTg2ZDkyN2ZkMjA4NGI1ZCJ9LHsidHlwZSI6IklkZW50aXR5T2JqZWN0IiwiaGFzaGVkIjpmYWxzZSwiaWRlbnRpdHlUeXBlIjoibmFtZSIsImlkZW50aXR5SGFzaCI6IkxlYXJuZXIgNCJ9XSwiYWNoaWV2ZW1lbnQiOnsidHlwZSI6WyJBY2hpZXZlbWVudCJdLCJpZCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9hY2hpZXZlbWVudHMvMDFhMjI0Y2MtZmU0NC03OTMzLWJhZjItYjAwZWJiMzI5MjIxIiwibmFtZSI6IkFQSSBkZXNpZ24iLCJkZXNjcmlwdGlvbiI6IkRlc2lnbnMgQVBJcy4iLCJjcml0ZXJpYSI6eyJuYXJyYXRpdmUiOiJCdWlsdCBvbmUuIn0sImltYWdlIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2FjaGlldmVtZW50cy8wMWEyMjRjYy1mZTQ0LTc5MzMtYmFmMi1iMDBlYmIzMjkyMjEvaW1hZ2UiLCJ0eXBlIjoiSW1hZ2UifX19LCJjcmVkZW50aWFsU3RhdHVzIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L3N0YXR1cy8yIzEwMTYxNiIsInR5cGUiOiJCaXRzdHJpbmdTdGF0dXNMaXN0RW50cnkiLCJzdGF0dXNQdXJwb3NlIjoicmV2b2NhdGlvbiIsInN0YXR1c0xpc3RJbmRleCI6IjEwMTYxNiIsInN0YXR1c0xpc3RDcmVkZW50aWFsIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L3N0YXR1cy8yIiwic3RhdHVzUmVmZXJlbmNlIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2NyZWRlbnRpYWxzLzAxYTIyNGNjLWZmMjEtNzJkYy04NTJjLTliZWE0MzNhM2MzMC9zdGF0dXMifSwiaXNzIjoiZGlkOndlYjpsb2NhbGhvc3QlM0EzOTk4Omlzc3VlcnM6c2Nob29sIiwianRpIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2NyZWRlbnRpYWxzLzAxYTIyNGNjLWZmMjEtNzJkYy04NTJjLTliZWE0MzNhM2MzMCIsIm5iZiI6MTc5NTkxMzc0NCwic3ViIjoidXJuOnV1aWQ6NTQ4ZWM0MTktNGYyMS00NWVmLWExNDMtYzE0ZWJiZWQ3NTAxIiwiZXhwIjoyMTExNTMyOTQ0fQ.fPET-1-MDUcvAQotlKWW1_uYCcYsGatmr--DqXNR0NJHdabPOEoTkIs-LBFYhVuD24l-H9kW3etR60F1cK_MTA', '\xb6b2fec4fd3192d49e46834b48351b13793408a4a5b23c83c1a0e8468412582f', '2026-11-29 00:55:44+00', '2036-11-29 00:55:44+00', '2026-11-29 00:55:44.165+00', '2026-11-29 00:55:44.169+00', NULL, NULL, NULL);
INSERT INTO public.credential VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-ffcd-7a63-82ee-6b14a3b19a83', '01a224cc-fe44-7933-baf2-b00ebb329221', 2, 16849, '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-ffcd-7a63-82ee-6b14a3b19a83","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:44Z","validUntil":"2036-11-29T00:55:44Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:c1d53c2d-4515-45e5-9f6f-ea8ef5169788","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$79c8b682e9fccff4eb131c41e9a9fcddcb5cdd91d5ee572324b8665b280c551d","salt":"15baa8905b2bce26e341e10b4f0b57bf"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#16849","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"16849","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cc-ffcd-7a63-82ee-6b14a3b19a83/status"}}', '2026-11-29 00:55:44+00', 'Ks7dwW-27rmE1u3Cs8d8YcqoeM6Od7T0YvAwvQV4Gpw', 'YqpvBeSJsgllhbP9zXXS1dG0qR4pBj00jYcqgRFzVK4', '[]', '01a224cc-fb90-72b5-80a0-a8604d4f46aa', '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-ffcd-7a63-82ee-6b14a3b19a83","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:44Z","validUntil":"2036-11-29T00:55:44Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:c1d53c2d-4515-45e5-9f6f-ea8ef5169788","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$79c8b682e9fccff4eb131c41e9a9fcddcb5cdd91d5ee572324b8665b280c551d","salt":"15baa8905b2bce26e341e10b4f0b57bf"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#16849","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"16849","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cc-ffcd-7a63-82ee-6b14a3b19a83/status"},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-11-29T00:55:44Z","verificationMethod":"did:web:localhost%3A3998:issuers:school#z6MkrvqmiCd7amRFjVdafFuR7muPLVAyDyzpLyhHAB7ksHmu","proofPurpose":"assertionMethod","proofValue":"z5JFFTgUarZdBYVutgMfFivWJf8M9EtwPwngKwdmiSqgQK2jGv8h65HYYrR2wc3kLo22Vv8W6MS7ZXJxdecmF3CxP"}}', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImRpZDp3ZWI6bG9jYWxob3N0JTNBMzk5ODppc3N1ZXJzOnNjaG9vbCNZcXB2QmVTSnNnbGxoYlA5elhYUzFkRzBxUjRwQmowMGpZY3FnUkZ6Vks0IiwidHlwIjoiSldUIn0.eyJAY29udGV4dCI6WyJodHRwczovL3d3dy53My5vcmcvbnMvY3JlZGVudGlhbHMvdjIiLCJodHRwczovL3B1cmwuaW1zZ2xvYmFsLm9yZy9zcGVjL29iL3YzcDAvY29udGV4dC0zLjAuMy5qc29uIl0sInR5cGUiOlsiVmVyaWZpYWJsZUNyZWRlbnRpYWwiLCJPcGVuQmFkZ2VDcmVkZW50aWFsIl0sImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2NyZWRlbnRpYWxzLzAxYTIyNGNjLWZmY2QtN2E2My04MmVlLTZiMTRhM2IxOWE4MyIsImlzc3VlciI6eyJ0eXBlIjpbIlByb2ZpbGUiXSwiaWQiOiJkaWQ6d2ViOmxvY2FsaG9zdCUzQTM5OTg6aXNzdWVyczpzY2hvb2wiLCJuYW1lIjoiU2Nob29sIG9mIFRlc3RzIiwiZW1haWwiOiJiYWRnZXNAc2Nob29sLmV4YW1wbGUifSwidmFsaWRGcm9tIjoiMjAyNi0xMS0yOVQwMDo1NTo0NFoiLCJ2YWxpZFVudGlsIjoiMjAzNi0xMS0yOVQwMDo1NTo0NFoiLCJuYW1lIjoiQVBJIGRlc2lnbiIsImNyZWRlbnRpYWxTdWJqZWN0Ijp7InR5cGUiOlsiQWNoaWV2ZW1lbnRTdWJqZWN0Il0sImlkIjoidXJuOnV1aWQ6YzFkNTNjMmQtNDUxNS00NWU1LTlmNmYtZWE4ZWY1MTY5Nzg4IiwiaWRlbnRpZmllciI6W3sidHlwZSI6IklkZW50aXR5T2JqZWN0IiwiaGFzaGVkIjp0cnVlLCJpZGVudGl0eVR5cGUiOiJlbWFpbEFkZHJlc3MiLCJpZGVudGl0eUhhc2giOiJzaGEyNTYkNzljOGI2ODJlOWZjY2ZmNGViMTMxYzQxZTlhOWZjZGRjYjVjZGQ5MWQ1ZWU1NzIzMjRiODY2NWIyODBjNTUxZCIsInNhbHQiOiIxNWJhYTg5MDViMmJjZTI2ZTM0MWUxMGI0ZjBiNTdiZiJ9XSwiYWNoaWV2ZW1lbnQiOnsidHlwZSI6WyJBY2hpZXZlbWVudCJdLCJpZCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9hY2hpZXZlbWVudHMvMDFhMjI0Y2MtZmU0NC03OTMzLWJhZjItYjAwZWJiMzI5MjIxIiwibmFtZSI6IkFQSSBkZXNpZ24iLCJkZXNjcmlwdGlvbiI6IkRlc2lnbnMgQVBJcy4iLCJjcml0ZXJpYSI6eyJuYXJyYXRpdmUiOiJCdWlsdCBvbmUuIn0sImltYWdlIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2FjaGlldmVtZW50cy8wMWEyMjRjYy1mZTQ0LTc5MzMtYmFmMi1iMDBlYmIzMjkyMjEvaW1hZ2UiLCJ0eXBlIjoiSW1hZ2UifX19LCJjcmVkZW50aWFsU3RhdHVzIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L3N0YXR1cy8yIzE2ODQ5IiwidHlwZSI6IkJpdHN0cmluZ1N0YXR1c0xpc3RFbnRyeSIsInN0YXR1c1B1cnBvc2UiOiJyZXZvY2F0aW9uIiwic3RhdHVzTGlzdEluZGV4IjoiMTY4NDkiLCJzdGF0dXNMaXN0Q3JlZGVudGlhbCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9zdGF0dXMvMiIsInN0YXR1c1JlZmVyZW5jZSI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9jcmVkZW50aWFscy8wMWEyMjRjYy1mZmNkLTdhNjMtODJlZS02YjE0YTNiMTlhODMvc3RhdHVzIn0sImlzcyI6ImRpZDp3ZWI6bG9jYWxob3N0JTNBMzk5ODppc3N1ZXJzOnNjaG9vbCIsImp0aSI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9jcmVkZW50aWFscy8wMWEyMjRjYy1mZmNkLTdhNjMtODJlZS02YjE0YTNiMTlhODMiLCJuYmYiOjE3OTU5MTM3NDQsInN1YiI6InVybjp1dWlkOmMxZDUzYzJkLTQ1MTUtNDVlNS05ZjZmLWVhOGVmNTE2OTc4OCIsImV4cCI6MjExMTUzMjk0NH0.zi1b_lvm-oILGFbyoMk60vUnUBTgePtx6obNjyIOgmRuEXLHWPwK0BsvLtqwoAFXd_K8RnFwnPBhnw2UKkblhg', '\xf9ea0ebc38039ce1bf34b85641297e10f67d32973c3052d0739486785b7b5348', '2026-11-29 00:55:44+00', '2036-11-29 00:55:44+00', '2026-11-29 00:55:44.337+00', '2026-11-29 00:55:44.389+00', NULL, NULL, NULL);
INSERT INTO public.credential VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cd-001c-7da6-9be2-8031f0f52f43', '01a224cc-fe44-7933-baf2-b00ebb329221', 2, 86438, '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cd-001c-7da6-9be2-8031f0f52f43","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:44Z","validUntil":"2036-11-29T00:55:44Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:c0a2de48-4f29-4311-95e6-baadf2cecac5","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$2244a48829f54545540c77e1d9812ef869ff7f42201df8c2fe69c81712bf2626","salt":"c7b017c5734f0fec6c38c5af737e37fe"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Learner 2"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#86438","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"86438","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cd-001c-7da6-9be2-8031f0f52f43/status"}}', '2026-11-29 00:55:44+00', 'Ks7dwW-27rmE1u3Cs8d8YcqoeM6Od7T0YvAwvQV4Gpw', 'YqpvBeSJsgllhbP9zXXS1dG0qR4pBj00jYcqgRFzVK4', '[]', '01a224cc-fb90-72b5-80a0-a8604d4f46aa', '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cd-001c-7da6-9be2-8031f0f52f43","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:44Z","validUntil":"2036-11-29T00:55:44Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:c0a2de48-4f29-4311-95e6-baadf2cecac5","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$2244a48829f54545540c77e1d9812ef869ff7f42201df8c2fe69c81712bf2626","salt":"c7b017c5734f0fec6c38c5af737e37fe"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Learner 2"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#86438","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"86438","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cd-001c-7da6-9be2-8031f0f52f43/status"},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-11-29T00:55:44Z","verificationMethod":"did:web:localhost%3A3998:issuers:school#z6MkrvqmiCd7amRFjVdafFuR7muPLVAyDyzpLyhHAB7ksHmu","proofPurpose":"assertionMethod","proofValue":"zJNRyg2zFWGiy5c9QiycWJXoHVuKgvsL1b4nyU55iJiJQM5jjYQV8L8thEAVqVi5vqydx71YXsj23dq29rEmY38r"}}', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImRpZDp3ZWI6bG9jYWxob3N0JTNBMzk5ODppc3N1ZXJzOnNjaG9vbCNZcXB2QmVTSnNnbGxoYlA5elhYUzFkRzBxUjRwQmowMGpZY3FnUkZ6Vks0IiwidHlwIjoiSldUIn0.eyJAY29udGV4dCI6WyJodHRwczovL3d3dy53My5vcmcvbnMvY3JlZGVudGlhbHMvdjIiLCJodHRwczovL3B1cmwuaW1zZ2xvYmFsLm9yZy9zcGVjL29iL3YzcDAvY29udGV4dC0zLjAuMy5qc29uIl0sInR5cGUiOlsiVmVyaWZpYWJsZUNyZWRlbnRpYWwiLCJPcGVuQmFkZ2VDcmVkZW50aWFsIl0sImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2NyZWRlbnRpYWxzLzAxYTIyNGNkLTAwMWMtN2RhNi05YmUyLTgwMzFmMGY1MmY0MyIsImlzc3VlciI6eyJ0eXBlIjpbIlByb2ZpbGUiXSwiaWQiOiJkaWQ6d2ViOmxvY2FsaG9zdCUzQTM5OTg6aXNzdWVyczpzY2hvb2wiLCJuYW1lIjoiU2Nob29sIG9mIFRlc3RzIiwiZW1haWwiOiJiYWRnZXNAc2Nob29sLmV4YW1wbGUifSwidmFsaWRGcm9tIjoiMjAyNi0xMS0yOVQwMDo1NTo0NFoiLCJ2YWxpZFVudGlsIjoiMjAzNi0xMS0yOVQwMDo1NTo0NFoiLCJuYW1lIjoiQVBJIGRlc2lnbiIsImNyZWRlbnRpYWxTdWJqZWN0Ijp7InR5cGUiOlsiQWNoaWV2ZW1lbnRTdWJqZWN0Il0sImlkIjoidXJuOnV1aWQ6YzBhMmRlNDgtNGYyOS00MzExLTk1ZTYtYmFhZGYyY2VjYWM1IiwiaWRlbnRpZmllciI6W3sidHlwZSI6IklkZW50aXR5T2JqZWN0IiwiaGFzaGVkIjp0cnVlLCJpZGVudGl0eVR5cGUiOiJlbWFpbEFkZHJlc3MiLCJpZGVudGl0eUhhc2giOiJzaGEyNTYkMjI0NGE0ODgyOWY1NDU0NTU0MGM3N2UxZDk4MTJlZjg2OWZmN2Y0MjIwMWRmOGMyZmU2OWM4MTcxMmJmMjYyNiIsInNhbHQiOiJjN2IwMTdjNTczNGYwZmVjNmMzOGM1YWY3MzdlMzdmZSJ9LHsidHlwZSI6IklkZW50aXR5T2JqZWN0IiwiaGFzaGVkIjpmYWxzZSwiaWRlbnRpdHlUeXBlIjoibmFtZSIsImlkZW50aXR5SGFzaCI6IkxlYXJuZXIgMiJ9XSwiYWNoaWV2ZW1lbnQiOnsidHlwZSI6WyJBY2hpZXZlbWVudCJdLCJpZCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9hY2hpZXZlbWVudHMvMDFhMjI0Y2MtZmU0NC03OTMzLWJhZjItYjAwZWJiMzI5MjIxIiwibmFtZSI6IkFQSSBkZXNpZ24iLCJkZXNjcmlwdGlvbiI6IkRlc2lnbnMgQVBJcy4iLCJjcml0ZXJpYSI6eyJuYXJyYXRpdmUiOiJCdWlsdCBvbmUuIn0sImltYWdlIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L2FjaGlldmVtZW50cy8wMWEyMjRjYy1mZTQ0LTc5MzMtYmFmMi1iMDBlYmIzMjkyMjEvaW1hZ2UiLCJ0eXBlIjoiSW1hZ2UifX19LCJjcmVkZW50aWFsU3RhdHVzIjp7ImlkIjoiaHR0cDovL2xvY2FsaG9zdDozOTk4L3N0YXR1cy8yIzg2NDM4IiwidHlwZSI6IkJpdHN0cmluZ1N0YXR1c0xpc3RFbnRyeSIsInN0YXR1c1B1cnBvc2UiOiJyZXZvY2F0aW9uIiwic3RhdHVzTGlzdEluZGV4IjoiODY0MzgiLCJzdGF0dXNMaXN0Q3JlZGVudGlhbCI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9zdGF0dXMvMiIsInN0YXR1c1JlZmVyZW5jZSI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9jcmVkZW50aWFscy8wMWEyMjRjZC0wMDFjLTdkYTYtOWJlMi04MDMxZjBmNTJmNDMvc3RhdHVzIn0sImlzcyI6ImRpZDp3ZWI6bG9jYWxob3N0JTNBMzk5ODppc3N1ZXJzOnNjaG9vbCIsImp0aSI6Imh0dHA6Ly9sb2NhbGhvc3Q6Mzk5OC9jcmVkZW50aWFscy8wMWEyMjRjZC0wMDFjLTdkYTYtOWJlMi04MDMxZjBmNTJmNDMiLCJuYmYiOjE3OTU5MTM3NDQsInN1YiI6InVybjp1dWlkOmMwYTJkZTQ4LTRmMjktNDMxMS05NWU2LWJhYWRmMmNlY2FjNSIsImV4cCI6MjExMTUzMjk0NH0.bOywDNYUX8EJmuCm9yKPYnMSrftCcbpV-2G_ZYg-W9eAA1wPz0N_Rcnu0DTKbLHprVsMNSM30AxPnbit_rSraw', '\x2767bd8ff86e21f0ab95a7b39512531dd0a80d28e9b19ace4808fc7ad6be27bb', '2026-11-29 00:55:44+00', '2036-11-29 00:55:44+00', '2026-11-29 00:55:44.422+00', '2026-11-29 00:55:44.435+00', NULL, '01a224cc-febf-7323-92f5-0549194512bc', NULL);
INSERT INTO public.credential VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-ff33-7faa-ac0d-c41b0e4f9eae', '01a224cc-fe44-7933-baf2-b00ebb329221', 2, 14803, '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","OpenBadgeCredential"],"id":"http://localhost:3998/credentials/01a224cc-ff33-7faa-ac0d-c41b0e4f9eae","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school","name":"School of Tests","email":"badges@school.example"},"validFrom":"2026-11-29T00:55:44Z","validUntil":"2036-11-29T00:55:44Z","name":"API design","credentialSubject":{"type":["AchievementSubject"],"id":"urn:uuid:615dca65-4751-40d5-929e-1573483b9671","identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"sha256$7db554dfd22da46c570a37bc882dd8ca31b9f6f86b4fad4976f4999ba185b34b","salt":"cf4737b028844187ce70435a0607a1db"},{"type":"IdentityObject","hashed":false,"identityType":"name","identityHash":"Learner 5"}],"achievement":{"type":["Achievement"],"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221","name":"API design","description":"Designs APIs.","criteria":{"narrative":"Built one."},"image":{"id":"http://localhost:3998/achievements/01a224cc-fe44-7933-baf2-b00ebb329221/image","type":"Image"}}},"credentialStatus":{"id":"http://localhost:3998/status/2#14803","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"14803","statusListCredential":"http://localhost:3998/status/2","statusReference":"http://localhost:3998/credentials/01a224cc-ff33-7faa-ac0d-c41b0e4f9eae/status"}}', '2026-11-29 00:55:44+00', '_RUAWeVHoV0WPpXPkU_ar-s6JObBJih_xsKHyf8DR0w', 'YqpvBeSJsgllhbP9zXXS1dG0qR4pBj00jYcqgRFzVK4', '[]', '01a224cc-fb90-72b5-80a0-a8604d4f46aa', NULL, NULL, '\x779d6db35e06b87dcaf7b2cddcaaff1c9ea54dffada6b983c33225d4dcece90a', '2026-11-29 00:55:44+00', '2036-11-29 00:55:44+00', '2026-11-29 00:55:44.183+00', NULL, NULL, NULL, NULL);
INSERT INTO public.endorsement VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-ff21-72dc-852c-9bea433a3c30', '01a224cd-015a-7d32-a611-0bec8c835dca', '01a224cd-015a-7e20-8220-1f0fd8dc284c', 'json', '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["VerifiableCredential","EndorsementCredential"],"id":"http://localhost:3998/credentials/01a224cc-ff21-72dc-852c-9bea433a3c30/endorsements/01a224cd-015a-7d32-a611-0bec8c835dca","name":"Endorsement: API design","issuer":{"type":["Profile"],"id":"did:web:localhost%3A3998:issuers:school:assessors:01a224cd-015a-7e20-8220-1f0fd8dc284c","name":"Prof. Test"},"validFrom":"2026-11-29T00:55:44Z","credentialSubject":{"type":["EndorsementSubject"],"id":"http://localhost:3998/credentials/01a224cc-ff21-72dc-852c-9bea433a3c30","endorsementComment":"Good work."},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-11-29T00:55:44Z","verificationMethod":"did:web:localhost%3A3998:issuers:school:assessors:01a224cd-015a-7e20-8220-1f0fd8dc284c#z6MkrvqmiCd7amRFjVdafFuR7muPLVAyDyzpLyhHAB7ksHmu","proofPurpose":"assertionMethod","proofValue":"zKiX44aRs7bvUKTBVzTq4iazHQ7TbfmmDbpGWTS2nyGN5ffw7vGio6hYNGsPtCJ3jAbW4PvDjZXCDYfkdA2MqfmQ"}}', '01a224cc-fb90-72b5-80a0-a8604d4f46aa', '2026-11-29 00:55:44.756+00');
INSERT INTO public.evidence_report VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', '01a224cc-fca3-74fa-9f47-80985423bcd5', '{
  "type": "ProofmarkEvidenceReport",
  "credential": "http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5",
  "madeAt": "2026-11-29T00:55:43Z",
  "log": "http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5/work-log",
  "items": [
    {
      "id": "http://localhost:3998/example/todo-api.mjs",
      "given": "http://localhost:3998/example/todo-api.mjs",
      "kind": "file",
      "others": [
        "http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5/captures/1"
      ],
      "pin": "digest",
      "mediaType": "text/javascript",
      "size": 2952,
      "changedAt": null,
      "git": null,
      "kept": [
        {
          "by": "issuer",
          "url": "http://localhost:3998/credentials/01a224cc-fca3-74fa-9f47-80985423bcd5/captures/1",
          "state": "kept",
          "at": "2026-11-29T00:55:43Z",
          "digestSRI": "sha384-/riVGiKXwS2wGync+2+9581+0NFC295J/GzxpqD4AedYu0NOkr+G8r1lXZR9qxqV"
        }
      ],
      "theirs": [],
      "problems": []
    },
    {
      "id": "https://github.com/fastify/fastify-example-todo/tree/123ecde904a6b7716c3342ce2ea564658f8fa470",
      "given": "https://github.com/fastify/fastify-example-todo/tree/123ecde904a6b7716c3342ce2ea564658f8fa470",
      "kind": "repository",
      "others": [],
      "pin": "commit",
      "mediaType": null,
      "size": null,
      "changedAt": null,
      "git": null,
      "kept": [],
      "theirs": [],
      "problems": [
        "unreachable"
      ]
    }
  ]
}
');
INSERT INTO public.idempotency VALUES ('01a224cc-fb90-72b5-80a0-a8604d4f46aa', 'worked-example', '\xa757985e6f9b768cafc19cbdeaeec6da407d88e66b82dbd47f39d2f801079b6b', '01a224cc-fca1-7448-a568-ae07ec2245df', '2026-11-29 00:57:43.521603+00', '01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', '01a224cc-fca3-74fa-9f47-80985423bcd5', '2026-11-29 00:55:43.521603+00', NULL);
INSERT INTO public.idempotency VALUES ('01a224cc-fb90-72b5-80a0-a8604d4f46aa', 'key-0', '\x511b3b4d5bf3057fe901e4eaa647be0e40cd84bd7082be86926cf2c390497a49', '01a224cc-fe4d-7566-ba83-f7c338202a23', '2026-11-29 00:57:43.949543+00', '01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-fe4f-7cb8-b875-e8860daabdc2', '2026-11-29 00:55:43.949543+00', NULL);
INSERT INTO public.idempotency VALUES ('01a224cc-fb90-72b5-80a0-a8604d4f46aa', 'key-1', '\x1aab61ab30f6f53089cd0c72353520b1910ac5602f7bb845232c967eb04c7fe0', '01a224cc-fe94-7c43-b067-34b93f5ce89c', '2026-11-29 00:57:44.020946+00', '01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-fe99-721b-8cb5-9b554049d399', '2026-11-29 00:55:44.020946+00', NULL);
INSERT INTO public.idempotency VALUES ('01a224cc-fb90-72b5-80a0-a8604d4f46aa', 'key-2', '\xab630099d5b6351d4c7e3a341efefdd70003b575fffcc18653f332c23f86a35f', '01a224cc-febd-71c7-b259-dc8355008d8d', '2026-11-29 00:57:44.0616+00', '01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-febf-7323-92f5-0549194512bc', '2026-11-29 00:55:44.0616+00', NULL);
INSERT INTO public.idempotency VALUES ('01a224cc-fb90-72b5-80a0-a8604d4f46aa', 'key-4', '\xd7cef71d89a6e19a11cf3cddaaf128d32f85b8d32dcd0145c4fc288c3145ff80', '01a224cc-ff1f-738b-a70c-ad6df70c45d2', '2026-11-29 00:57:44.160075+00', '01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-ff21-72dc-852c-9bea433a3c30', '2026-11-29 00:55:44.160075+00', NULL);
INSERT INTO public.idempotency VALUES ('01a224cc-fb90-72b5-80a0-a8604d4f46aa', 'key-5', '\x6ce472fb0672d4a85f24ebf005ad0db6c6321199b071441e1d9a197881a979ef', '01a224cc-ff32-7cd0-8ff3-54832c9a542c', '2026-11-29 00:57:44.178487+00', '01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-ff33-7faa-ac0d-c41b0e4f9eae', '2026-11-29 00:55:44.178487+00', NULL);
INSERT INTO public.idempotency VALUES ('01a224cc-fb90-72b5-80a0-a8604d4f46aa', 'key-3', '\x', '01a224cc-ff05-786e-882c-68704cd07a3e', '2026-11-29 00:57:44.133559+00', '01a224cc-fdfb-74b9-a0df-d9544998b514', '01a224cc-ff07-7eef-8b96-95b4ef32a6ab', '2026-11-29 00:55:44.133559+00', NULL);
INSERT INTO public.issuer VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', 'acme', 'live', 'did:web:localhost%3A3998:issuers:acme', 'Acme Academy', 'https://acme.example', '{}', '2026-11-29 00:55:43.501+00', '2026-11-29 00:55:43.501+00');
INSERT INTO public.issuer VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 'school', 'live', 'did:web:localhost%3A3998:issuers:school', 'School of Tests', NULL, '{"email": "badges@school.example"}', '2026-11-29 00:55:43.867+00', '2026-11-29 00:55:43.867+00');
INSERT INTO public.schema_migration VALUES (1, '0001-initial.sql', '1d87007f0409a18505e3e9f3e5dda6fcfa24ff499d425e90a5a9d7cecb1c79b8', '2026-11-29 00:55:42.316155+00');
INSERT INTO public.schema_migration VALUES (2, '0002-issuer-domains.sql', '6c8a5d4d38794676fa59333e8ccf2dada712138ff27e082e700e42338164270f', '2026-11-29 00:55:42.346533+00');
INSERT INTO public.schema_migration VALUES (3, '0003-evidence-reports.sql', '0a6ab4404109ed947d166b7df47f2a19b80a406756d2c3fbe0c6b2e4d0295ce6', '2026-11-29 00:55:42.35111+00');
INSERT INTO public.schema_migration VALUES (4, '0004-badge-life.sql', '0ae67aff46fca51c831ef782abde640c703bb5a873495197edbbdc2b02033302', '2026-11-29 00:55:42.354916+00');
INSERT INTO public.schema_migration VALUES (5, '0005-captures.sql', '2a0652bcca84bfd496f2bd2afb2bc44ee25d09a9b1616660271598fefcdc84a0', '2026-11-29 00:55:42.372952+00');
INSERT INTO public.schema_migration VALUES (6, '0006-archiving.sql', '42369add0dc5a792ff0ebb039a3f2aa37da109e28d3c5c667072ba11949ec034', '2026-11-29 00:55:42.376547+00');
INSERT INTO public.schema_migration VALUES (7, '0007-endorsement-keys.sql', 'cf318a2845016ca41574a2cd0a4c3a333ced45a4b3c823fc53d0b3cd2892bfab', '2026-11-29 00:55:42.379719+00');
INSERT INTO public.schema_migration VALUES (8, '0008-private-work.sql', '5d88b18b7fd940eb784d3cb6dc1a8bfacfa80a532e90794b7fdcfe15484510bd', '2026-11-29 00:55:42.381657+00');
INSERT INTO public.signing_key VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', '1PVZgpNYHC7OcPDyrVRGfmjJ0LbYwYJ33ZA478ReY3c', 'Ed25519', '{"x": "z9aCQNT7MOnoBOcF6w4tJvKmWS94Kt7b6ySoO1HFTxU", "crv": "Ed25519", "kty": "OKP"}', 'did:web:localhost%3A3998:issuers:acme#z6MktSa9kCFMREbeK3UxRVEm9ZvRBtJGSQkHKfV3pF1v2QsE', '2026-11-29 00:55:43.506+00', NULL);
INSERT INTO public.signing_key VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', 'hVUl80BP5DcU4_e7oGwma7u7h1X0vEiV3_gPIYMSo0Y', 'ES256', '{"x": "OsCyUdcNUbNbjGxzVciXHhs1wrsT8cD3km_uo0nGA_g", "y": "xCj1IfSLlGuyuQ-bgiq4t5W-h1eN423OPHYnVPQBvsI", "crv": "P-256", "kty": "EC"}', 'did:web:localhost%3A3998:issuers:acme#hVUl80BP5DcU4_e7oGwma7u7h1X0vEiV3_gPIYMSo0Y', '2026-11-29 00:55:43.516+00', NULL);
INSERT INTO public.signing_key VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 'YqpvBeSJsgllhbP9zXXS1dG0qR4pBj00jYcqgRFzVK4', 'ES256', '{"x": "X_CC8BL_CcWeTb3CCtmg6m4fxBPk48EZgCDYxl4ncLk", "y": "w3gOW-K1_VWHATfaUDwKV5_vhUS9tf5nrOiUArGjZpM", "crv": "P-256", "kty": "EC"}', 'did:web:localhost%3A3998:issuers:school#YqpvBeSJsgllhbP9zXXS1dG0qR4pBj00jYcqgRFzVK4', '2026-11-29 00:55:43.895+00', NULL);
INSERT INTO public.signing_key VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', '_RUAWeVHoV0WPpXPkU_ar-s6JObBJih_xsKHyf8DR0w', 'Ed25519', '{"x": "Gah08X4dIbQgCHIrpXF7Zc2BIcOkED-07aS5j5szZxk", "crv": "Ed25519", "kty": "OKP"}', 'did:web:localhost%3A3998:issuers:school#z6MkgBRDpzeWV3GPkf2T6X8863HbcLeJgxts76JU67cMhbNp', '2026-11-29 00:55:43.881+00', '2026-11-29 00:55:44.231+00');
INSERT INTO public.signing_key VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 'Ks7dwW-27rmE1u3Cs8d8YcqoeM6Od7T0YvAwvQV4Gpw', 'Ed25519', '{"x": "uV0PLn52FIN_tUgOihmbNfe8LUfRmxjmbYWsIjTlEKw", "crv": "Ed25519", "kty": "OKP"}', 'did:web:localhost%3A3998:issuers:school#z6MkrvqmiCd7amRFjVdafFuR7muPLVAyDyzpLyhHAB7ksHmu', '2026-11-29 00:55:44.302+00', NULL);
INSERT INTO public.status_event OVERRIDING SYSTEM VALUE VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 1, '01a224cc-fe99-721b-8cb5-9b554049d399', 2, 87365, true, 'Issued in error', '01a224cc-fb90-72b5-80a0-a8604d4f46aa', '2026-11-29 00:55:44.203+00');
INSERT INTO public.status_list OVERRIDING SYSTEM VALUE VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', 1, 'revocation', 131072, '\xf6427f80694127671bf68a1ed01321d3ddc3079605d9fbbb3dd2c436f7c56288', 1, '7713390637011381842/1', '2026-11-29 00:55:43.552+00');
INSERT INTO public.status_list OVERRIDING SYSTEM VALUE VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 2, 'revocation', 131072, '\xcc29d042c2e3c84b3c5c6e7d23ca9be07b43757c9c0d1a0f41b6fea45a8c9aff', 8, '7713390637011381842/1', '2026-11-29 00:55:43.957+00');
INSERT INTO public.status_list_document VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', 1, 0, '{"@context":["https://www.w3.org/ns/credentials/v2"],"id":"http://localhost:3998/status/1","type":["VerifiableCredential","BitstringStatusListCredential"],"issuer":"did:web:localhost%3A3998:issuers:acme","validFrom":"2026-11-29T00:55:43Z","credentialSubject":{"id":"http://localhost:3998/status/1#list","type":"BitstringStatusList","statusPurpose":"revocation","encodedList":"uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA","ttl":300000},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-11-29T00:55:43Z","verificationMethod":"did:web:localhost%3A3998:issuers:acme#z6MktSa9kCFMREbeK3UxRVEm9ZvRBtJGSQkHKfV3pF1v2QsE","proofPurpose":"assertionMethod","proofValue":"z3usB5ANKab73i4xY3JAdYwYdZZFEuRZnHGSBUxzWQrYLY4bvL1NxkoVM3o6tga33GbLd7p8K3vwFJ2jNQzVHRX4g"}}', '2026-11-29 00:55:43.554+00');
INSERT INTO public.status_list_document VALUES ('01a224cc-fdfb-74b9-a0df-d9544998b514', 2, 1, '{"@context":["https://www.w3.org/ns/credentials/v2"],"id":"http://localhost:3998/status/2","type":["VerifiableCredential","BitstringStatusListCredential"],"issuer":"did:web:localhost%3A3998:issuers:school","validFrom":"2026-11-29T00:55:44Z","credentialSubject":{"id":"http://localhost:3998/status/2#list","type":"BitstringStatusList","statusPurpose":"revocation","encodedList":"uH4sIAAAAAAAAA-3OQQkAAAgEsHvYP7MlDkTYEiwBAAAAAAAAAAAAgL65DgAAAAAAPLOW23gnAEAAAA","ttl":300000},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-11-29T00:55:44Z","verificationMethod":"did:web:localhost%3A3998:issuers:school#z6MkgBRDpzeWV3GPkf2T6X8863HbcLeJgxts76JU67cMhbNp","proofPurpose":"assertionMethod","proofValue":"z3YSMsUYArhr5Pejczt5ghrP5AoqbQBL3pJMRyZJ3RrTzwXviv6BjH4HzUXmtcTBV7JYtFLJdmQiGtzjckraYi2dB"}}', '2026-11-29 00:55:44.208+00');
INSERT INTO public.work_watch VALUES ('01a224cc-fc8d-7b38-ba6c-c9e5f0fa4324', '01a224cc-fca3-74fa-9f47-80985423bcd5', '2026-12-05 08:36:29.012+00');
SELECT pg_catalog.setval('public.status_event_seq_seq', 1, true);
SELECT pg_catalog.setval('public.status_list_id_seq', 2, true);
SELECT pg_catalog.setval('public.viewing_seq_seq', 1, false);
SELECT pg_catalog.setval('public.work_look_seq_seq', 1, false);
ALTER TABLE ONLY pgboss.archive
    ADD CONSTRAINT archive_pkey PRIMARY KEY (name, id);
ALTER TABLE ONLY pgboss.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (name, id);
ALTER TABLE ONLY pgboss.j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9
    ADD CONSTRAINT j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9_pkey PRIMARY KEY (name, id);
ALTER TABLE ONLY pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505
    ADD CONSTRAINT j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505_pkey PRIMARY KEY (name, id);
ALTER TABLE ONLY pgboss.j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2
    ADD CONSTRAINT j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2_pkey PRIMARY KEY (name, id);
ALTER TABLE ONLY pgboss.queue
    ADD CONSTRAINT queue_pkey PRIMARY KEY (name);
ALTER TABLE ONLY pgboss.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (name);
ALTER TABLE ONLY pgboss.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (event, name);
ALTER TABLE ONLY pgboss.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.achievement
    ADD CONSTRAINT achievement_id_key UNIQUE (id);
ALTER TABLE ONLY public.achievement
    ADD CONSTRAINT achievement_pkey PRIMARY KEY (issuer_id, id);
ALTER TABLE ONLY public.api_event_counter
    ADD CONSTRAINT api_event_counter_pkey PRIMARY KEY (issuer_id);
ALTER TABLE ONLY public.api_event
    ADD CONSTRAINT api_event_id_key UNIQUE (id);
ALTER TABLE ONLY public.api_event
    ADD CONSTRAINT api_event_pkey PRIMARY KEY (issuer_id, seq);
ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_hash_key UNIQUE (hash);
ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.archive_request
    ADD CONSTRAINT archive_request_pkey PRIMARY KEY (issuer_id, credential_id, n, archive);
ALTER TABLE ONLY public.assessor
    ADD CONSTRAINT assessor_id_key UNIQUE (id);
ALTER TABLE ONLY public.assessor
    ADD CONSTRAINT assessor_issuer_id_lookup_key UNIQUE (issuer_id, lookup);
ALTER TABLE ONLY public.assessor
    ADD CONSTRAINT assessor_pkey PRIMARY KEY (issuer_id, id);
ALTER TABLE ONLY public.capture
    ADD CONSTRAINT capture_pkey PRIMARY KEY (issuer_id, credential_id, n);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_id_key UNIQUE (id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_pkey PRIMARY KEY (issuer_id, id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_status_list_id_status_index_key UNIQUE (status_list_id, status_index);
ALTER TABLE ONLY public.endorsement
    ADD CONSTRAINT endorsement_id_key UNIQUE (id);
ALTER TABLE ONLY public.endorsement
    ADD CONSTRAINT endorsement_pkey PRIMARY KEY (issuer_id, credential_id, id);
ALTER TABLE ONLY public.evidence_report
    ADD CONSTRAINT evidence_report_credential_id_key UNIQUE (credential_id);
ALTER TABLE ONLY public.evidence_report
    ADD CONSTRAINT evidence_report_pkey PRIMARY KEY (issuer_id, credential_id);
ALTER TABLE ONLY public.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (owner, key);
ALTER TABLE ONLY public.issuer
    ADD CONSTRAINT issuer_did_key UNIQUE (did);
ALTER TABLE ONLY public.issuer_domain
    ADD CONSTRAINT issuer_domain_id_key UNIQUE (id);
ALTER TABLE ONLY public.issuer_domain
    ADD CONSTRAINT issuer_domain_issuer_id_origin_key UNIQUE (issuer_id, origin);
ALTER TABLE ONLY public.issuer_domain
    ADD CONSTRAINT issuer_domain_pkey PRIMARY KEY (issuer_id, id);
ALTER TABLE ONLY public.issuer
    ADD CONSTRAINT issuer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issuer
    ADD CONSTRAINT issuer_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.private_work
    ADD CONSTRAINT private_work_pkey PRIMARY KEY (issuer_id, credential_id, n);
ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.signing_key
    ADD CONSTRAINT signing_key_pkey PRIMARY KEY (issuer_id, id);
ALTER TABLE ONLY public.signing_key
    ADD CONSTRAINT signing_key_verification_method_key UNIQUE (verification_method);
ALTER TABLE ONLY public.status_event
    ADD CONSTRAINT status_event_pkey PRIMARY KEY (issuer_id, seq);
ALTER TABLE ONLY public.status_event
    ADD CONSTRAINT status_event_seq_key UNIQUE (seq);
ALTER TABLE ONLY public.status_list_document
    ADD CONSTRAINT status_list_document_pkey PRIMARY KEY (issuer_id, status_list_id);
ALTER TABLE ONLY public.status_list
    ADD CONSTRAINT status_list_id_key UNIQUE (id);
ALTER TABLE ONLY public.status_list
    ADD CONSTRAINT status_list_pkey PRIMARY KEY (issuer_id, id);
ALTER TABLE ONLY public.viewing_link
    ADD CONSTRAINT viewing_link_id_key UNIQUE (id);
ALTER TABLE ONLY public.viewing_link
    ADD CONSTRAINT viewing_link_pkey PRIMARY KEY (issuer_id, credential_id, id);
ALTER TABLE ONLY public.viewing_link
    ADD CONSTRAINT viewing_link_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.viewing
    ADD CONSTRAINT viewing_pkey PRIMARY KEY (issuer_id, credential_id, link_id, seq);
ALTER TABLE ONLY public.work_look
    ADD CONSTRAINT work_look_pkey PRIMARY KEY (issuer_id, credential_id, piece, seq);
ALTER TABLE ONLY public.work_watch
    ADD CONSTRAINT work_watch_credential_id_key UNIQUE (credential_id);
ALTER TABLE ONLY public.work_watch
    ADD CONSTRAINT work_watch_pkey PRIMARY KEY (issuer_id, credential_id);
CREATE INDEX archive_i1 ON pgboss.archive USING btree (archived_on);
CREATE UNIQUE INDEX j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9_i1 ON pgboss.j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9 USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'created'::pgboss.job_state) AND (policy = 'short'::text));
CREATE UNIQUE INDEX j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9_i2 ON pgboss.j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9 USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'active'::pgboss.job_state) AND (policy = 'singleton'::text));
CREATE UNIQUE INDEX j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9_i3 ON pgboss.j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9 USING btree (name, state, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::pgboss.job_state) AND (policy = 'stately'::text));
CREATE UNIQUE INDEX j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9_i4 ON pgboss.j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9 USING btree (name, singleton_on, COALESCE(singleton_key, ''::text)) WHERE ((state <> 'cancelled'::pgboss.job_state) AND (singleton_on IS NOT NULL));
CREATE INDEX j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9_i5 ON pgboss.j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9 USING btree (name, start_after) INCLUDE (priority, created_on, id) WHERE (state < 'active'::pgboss.job_state);
CREATE UNIQUE INDEX j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505_i1 ON pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505 USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'created'::pgboss.job_state) AND (policy = 'short'::text));
CREATE UNIQUE INDEX j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505_i2 ON pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505 USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'active'::pgboss.job_state) AND (policy = 'singleton'::text));
CREATE UNIQUE INDEX j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505_i3 ON pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505 USING btree (name, state, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::pgboss.job_state) AND (policy = 'stately'::text));
CREATE UNIQUE INDEX j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505_i4 ON pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505 USING btree (name, singleton_on, COALESCE(singleton_key, ''::text)) WHERE ((state <> 'cancelled'::pgboss.job_state) AND (singleton_on IS NOT NULL));
CREATE INDEX j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505_i5 ON pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505 USING btree (name, start_after) INCLUDE (priority, created_on, id) WHERE (state < 'active'::pgboss.job_state);
CREATE UNIQUE INDEX j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2_i1 ON pgboss.j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2 USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'created'::pgboss.job_state) AND (policy = 'short'::text));
CREATE UNIQUE INDEX j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2_i2 ON pgboss.j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2 USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'active'::pgboss.job_state) AND (policy = 'singleton'::text));
CREATE UNIQUE INDEX j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2_i3 ON pgboss.j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2 USING btree (name, state, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::pgboss.job_state) AND (policy = 'stately'::text));
CREATE UNIQUE INDEX j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2_i4 ON pgboss.j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2 USING btree (name, singleton_on, COALESCE(singleton_key, ''::text)) WHERE ((state <> 'cancelled'::pgboss.job_state) AND (singleton_on IS NOT NULL));
CREATE INDEX j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2_i5 ON pgboss.j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2 USING btree (name, start_after) INCLUDE (priority, created_on, id) WHERE (state < 'active'::pgboss.job_state);
CREATE INDEX api_event_credential ON public.api_event USING btree (issuer_id, credential_id);
CREATE INDEX api_key_issuer ON public.api_key USING btree (issuer_id, id);
CREATE INDEX capture_public ON public.capture USING btree (credential_id, n);
CREATE INDEX credential_by_achievement ON public.credential USING btree (issuer_id, achievement_id, id);
CREATE INDEX credential_by_recipient ON public.credential USING btree (issuer_id, recipient_lookup, id);
CREATE INDEX credential_successor ON public.credential USING btree (issuer_id, predecessor_id, id) WHERE (predecessor_id IS NOT NULL);
CREATE INDEX credential_unsigned ON public.credential USING btree (id) WHERE (signed_at IS NULL);
CREATE INDEX endorsement_assessor ON public.endorsement USING btree (issuer_id, assessor_id) WHERE (assessor_id IS NOT NULL);
CREATE UNIQUE INDEX signing_key_active ON public.signing_key USING btree (issuer_id, algorithm) WHERE (retired_at IS NULL);
CREATE INDEX status_event_credential ON public.status_event USING btree (issuer_id, credential_id, seq);
CREATE INDEX status_event_list ON public.status_event USING btree (issuer_id, status_list_id, seq);
CREATE INDEX work_watch_due ON public.work_watch USING btree (due_at);
ALTER INDEX pgboss.job_pkey ATTACH PARTITION pgboss.j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9_pkey;
ALTER INDEX pgboss.job_pkey ATTACH PARTITION pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505_pkey;
ALTER INDEX pgboss.job_pkey ATTACH PARTITION pgboss.j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2_pkey;
CREATE TRIGGER status_event_append_only BEFORE DELETE OR UPDATE ON public.status_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER work_look_append_only BEFORE DELETE OR UPDATE ON public.work_look FOR EACH ROW EXECUTE FUNCTION public.refuse_other_looks();
ALTER TABLE ONLY pgboss.j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9
    ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505
    ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY pgboss.j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2
    ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY pgboss.j0cac167d56ab516c2702008f4a0251506775fa4af8cf760d2248dab9
    ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY pgboss.j1b6a4c6b909dc393db1336ff30d81b70ff5d4c398d7528c065628505
    ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY pgboss.j6f677625fcba303666dbfbeb113760988abe76bde78af5fa6665cac2
    ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY pgboss.queue
    ADD CONSTRAINT queue_dead_letter_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue(name);
ALTER TABLE ONLY pgboss.schedule
    ADD CONSTRAINT schedule_name_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE CASCADE;
ALTER TABLE ONLY pgboss.subscription
    ADD CONSTRAINT subscription_name_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE CASCADE;
ALTER TABLE ONLY public.achievement
    ADD CONSTRAINT achievement_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES public.issuer(id);
ALTER TABLE ONLY public.api_event_counter
    ADD CONSTRAINT api_event_counter_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES public.issuer(id);
ALTER TABLE ONLY public.api_event
    ADD CONSTRAINT api_event_issuer_id_credential_id_fkey FOREIGN KEY (issuer_id, credential_id) REFERENCES public.credential(issuer_id, id);
ALTER TABLE ONLY public.api_event
    ADD CONSTRAINT api_event_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES public.issuer(id);
ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES public.issuer(id);
ALTER TABLE ONLY public.archive_request
    ADD CONSTRAINT archive_request_issuer_id_credential_id_fkey FOREIGN KEY (issuer_id, credential_id) REFERENCES public.credential(issuer_id, id);
ALTER TABLE ONLY public.assessor
    ADD CONSTRAINT assessor_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES public.issuer(id);
ALTER TABLE ONLY public.capture
    ADD CONSTRAINT capture_issuer_id_credential_id_fkey FOREIGN KEY (issuer_id, credential_id) REFERENCES public.credential(issuer_id, id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_issuer_id_achievement_id_fkey FOREIGN KEY (issuer_id, achievement_id) REFERENCES public.achievement(issuer_id, id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_issuer_id_data_integrity_key_fkey FOREIGN KEY (issuer_id, data_integrity_key) REFERENCES public.signing_key(issuer_id, id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES public.issuer(id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_issuer_id_jwt_key_fkey FOREIGN KEY (issuer_id, jwt_key) REFERENCES public.signing_key(issuer_id, id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_issuer_id_predecessor_id_fkey FOREIGN KEY (issuer_id, predecessor_id) REFERENCES public.credential(issuer_id, id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_issuer_id_status_list_id_fkey FOREIGN KEY (issuer_id, status_list_id) REFERENCES public.status_list(issuer_id, id);
ALTER TABLE ONLY public.endorsement
    ADD CONSTRAINT endorsement_issuer_id_assessor_id_fkey FOREIGN KEY (issuer_id, assessor_id) REFERENCES public.assessor(issuer_id, id);
ALTER TABLE ONLY public.endorsement
    ADD CONSTRAINT endorsement_issuer_id_credential_id_fkey FOREIGN KEY (issuer_id, credential_id) REFERENCES public.credential(issuer_id, id);
ALTER TABLE ONLY public.evidence_report
    ADD CONSTRAINT evidence_report_issuer_id_credential_id_fkey FOREIGN KEY (issuer_id, credential_id) REFERENCES public.credential(issuer_id, id);
ALTER TABLE ONLY public.issuer_domain
    ADD CONSTRAINT issuer_domain_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES public.issuer(id);
ALTER TABLE ONLY public.private_work
    ADD CONSTRAINT private_work_issuer_id_credential_id_fkey FOREIGN KEY (issuer_id, credential_id) REFERENCES public.credential(issuer_id, id);
ALTER TABLE ONLY public.signing_key
    ADD CONSTRAINT signing_key_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES public.issuer(id);
ALTER TABLE ONLY public.status_event
    ADD CONSTRAINT status_event_issuer_id_credential_id_fkey FOREIGN KEY (issuer_id, credential_id) REFERENCES public.credential(issuer_id, id);
ALTER TABLE ONLY public.status_list_document
    ADD CONSTRAINT status_list_document_issuer_id_status_list_id_fkey FOREIGN KEY (issuer_id, status_list_id) REFERENCES public.status_list(issuer_id, id);
ALTER TABLE ONLY public.status_list
    ADD CONSTRAINT status_list_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES public.issuer(id);
ALTER TABLE ONLY public.viewing
    ADD CONSTRAINT viewing_issuer_id_credential_id_link_id_fkey FOREIGN KEY (issuer_id, credential_id, link_id) REFERENCES public.viewing_link(issuer_id, credential_id, id);
ALTER TABLE ONLY public.viewing_link
    ADD CONSTRAINT viewing_link_issuer_id_credential_id_n_fkey FOREIGN KEY (issuer_id, credential_id, n) REFERENCES public.private_work(issuer_id, credential_id, n);
ALTER TABLE ONLY public.work_look
    ADD CONSTRAINT work_look_issuer_id_credential_id_fkey FOREIGN KEY (issuer_id, credential_id) REFERENCES public.credential(issuer_id, id);
ALTER TABLE ONLY public.work_watch
    ADD CONSTRAINT work_watch_issuer_id_credential_id_fkey FOREIGN KEY (issuer_id, credential_id) REFERENCES public.credential(issuer_id, id);

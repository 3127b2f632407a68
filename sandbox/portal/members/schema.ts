/** Tables of companies, users, cards and qualifications; version 2 of the portal's file. */
export const membersSchema = `
  CREATE TABLE companies (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    credit_code TEXT NOT NULL UNIQUE,
    org_code TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    user_name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    person_name TEXT NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    mobile TEXT NOT NULL,
    email TEXT NOT NULL,
    text TEXT NOT NULL,
    -- scrypt, salted; an invited user has the hash of his activation code here.
    secret TEXT NOT NULL,
    secret_until INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    via TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
  -- Captchas, codes of short messages and challenges: each is used once and ends by itself.
  CREATE TABLE tickets (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    answer TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE notices (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, receiver TEXT NOT NULL, text TEXT NOT NULL) STRICT;
  CREATE TABLE bindings (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    card_no TEXT NOT NULL,
    facts TEXT NOT NULL,
    bound_at INTEGER NOT NULL,
    unbound_at INTEGER,
    reason TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX bindings_card ON bindings (card_no) WHERE unbound_at IS NULL;
  CREATE UNIQUE INDEX bindings_user ON bindings (user_id) WHERE unbound_at IS NULL;
  CREATE TABLE applications (
    id INTEGER PRIMARY KEY,
    company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    papers TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    review_at INTEGER NOT NULL,
    decide_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;
  -- What customs has on file; it may know a company that has no account.
  CREATE TABLE qualifications (credit_code TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
  CREATE TABLE cards (
    card_no TEXT PRIMARY KEY,
    company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    media TEXT NOT NULL
  ) STRICT;
  -- Every grant with the signature of the legal-person card; the newest of a card counts.
  CREATE TABLE grants (
    id INTEGER PRIMARY KEY,
    company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    card_no TEXT NOT NULL,
    rights TEXT NOT NULL,
    signer TEXT NOT NULL,
    signed_text TEXT NOT NULL,
    signature TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  -- Answers to calls with a key. The hash leaves the password out: a fast hash of it would give it away.
  CREATE TABLE keyed (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (scope, key)
  ) STRICT;
`

/** Version 3: the papers of the applications, byte for byte. A paper is the company's; what names it is an application. */
export const papersSchema = `
  ALTER TABLE applications DROP COLUMN papers;
  CREATE TABLE papers (
    id INTEGER PRIMARY KEY,
    company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    content BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    UNIQUE (company_id, sha256)
  ) STRICT;
  CREATE TABLE application_papers (
    application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    paper_id INTEGER NOT NULL REFERENCES papers (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (application_id, place)
  ) STRICT;
  CREATE INDEX application_papers_paper ON application_papers (paper_id);
`

/** All of the above but the notices, children first. */
export const memberTables = [
  'keyed',
  'grants',
  'cards',
  'qualifications',
  'application_papers',
  'papers',
  'applications',
  'bindings',
  'tickets',
  'sessions',
  'users',
  'companies',
] as const

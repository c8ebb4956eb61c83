-- Sessions, in the tables of Spring Session (names and columns are its own). What a session holds is short text, see KeptSession:
-- no class of any library is in it, so that any version reads what another one wrote.
CREATE TABLE spring_session (
    primary_id            CHAR(36) NOT NULL PRIMARY KEY,
    session_id            CHAR(36) NOT NULL UNIQUE,
    creation_time         BIGINT   NOT NULL,
    last_access_time      BIGINT   NOT NULL,
    max_inactive_interval INTEGER  NOT NULL,
    expiry_time           BIGINT   NOT NULL,
    principal_name        VARCHAR(100)
);
CREATE INDEX spring_session_of_person ON spring_session (principal_name);
CREATE INDEX spring_session_unused ON spring_session (last_access_time);

CREATE TABLE spring_session_attributes (
    session_primary_id CHAR(36)     NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
    attribute_name     VARCHAR(200) NOT NULL,
    attribute_bytes    BLOB         NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

-- Logins that failed or are under way, counted for an account at a client, for a client, and for an account. Accounts and
-- clients are SHA-256 hashes: of one length, and what somebody typed into the wrong field is not kept.
CREATE TABLE login_attempt (
    bucket       VARCHAR(64)              NOT NULL PRIMARY KEY,
    account      VARCHAR(64),
    failures     INTEGER                  NOT NULL,
    last_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    closed_until TIMESTAMP WITH TIME ZONE
);
CREATE INDEX login_attempt_of_account ON login_attempt (account);
CREATE INDEX login_attempt_by_age ON login_attempt (last_at);

-- Where an account was logged in to before: browsers and addresses, hashed.
CREATE TABLE known_client (
    account       VARCHAR(64)              NOT NULL,
    client        VARCHAR(64)              NOT NULL,
    last_login_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (account, client)
);
CREATE INDEX known_client_by_age ON known_client (last_login_at);

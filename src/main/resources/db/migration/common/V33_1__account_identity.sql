-- Whose account a person of the token server has: by what never changes there (issuer and subject, hashed), whatever the
-- person is called now.
CREATE TABLE account_identity (
    identity  VARCHAR(64)              NOT NULL PRIMARY KEY,
    user_id   VARCHAR(64)              NOT NULL UNIQUE REFERENCES account (user_id),
    linked_at TIMESTAMP WITH TIME ZONE NOT NULL
);

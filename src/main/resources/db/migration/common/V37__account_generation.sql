-- Raised with whatever ends an account's sessions. A session bears the generation at which its person proved who they are, and
-- counts as ended when the account is past it: also one that was stored only afterwards. Without one (of the version before): 0.
ALTER TABLE account ADD COLUMN generation BIGINT DEFAULT 0 NOT NULL;

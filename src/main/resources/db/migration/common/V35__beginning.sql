-- Applications that somebody began together from the page 收款账户. The page bears the number of its person's next turn: a second
-- click, another tab and the way back ask for the same turn, which is taken once.
CREATE TABLE beginning (
    tenant_id VARCHAR(64)              NOT NULL,
    user_id   VARCHAR(64)              NOT NULL,
    turn      INT                      NOT NULL,
    -- fingerprint of what was asked for
    asked     VARCHAR(64)              NOT NULL,
    -- numbers of the applications, separated by commas
    numbers   VARCHAR(400)             NOT NULL,
    begun_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant_id, user_id, turn)
);

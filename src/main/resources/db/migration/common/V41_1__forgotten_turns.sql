-- Who asks under 忘记密码 for the same name, or from the same address, at the same moment does it one after the other: only so
-- the limits count everybody.
CREATE TABLE reset_turn (
    bucket  VARCHAR(270)             NOT NULL PRIMARY KEY,
    last_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX reset_turn_by_age ON reset_turn (last_at);

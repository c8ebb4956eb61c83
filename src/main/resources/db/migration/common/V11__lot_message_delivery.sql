-- Messages to lots go out by MQTT until the lot confirms them.

-- the visit of a departurePayInfo that an entry brought about
ALTER TABLE lot_message ADD COLUMN uid VARCHAR(64);
-- how often the broker has taken it, on both of its topics
ALTER TABLE lot_message ADD COLUMN deliveries INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE lot_message ADD COLUMN delivered_at TIMESTAMP WITH TIME ZONE;
-- when it goes out next; null: not by MQTT, confirmed, withdrawn, or sent often enough
ALTER TABLE lot_message ADD COLUMN next_delivery_at TIMESTAMP WITH TIME ZONE;
-- the node that is sending it, for how long
ALTER TABLE lot_message ADD COLUMN claimed_by VARCHAR(36);
ALTER TABLE lot_message ADD COLUMN claimed_until TIMESTAMP WITH TIME ZONE;
-- what it says is no longer true
ALTER TABLE lot_message ADD COLUMN withdrawn_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE lot_message ADD COLUMN last_error VARCHAR(200);
CREATE INDEX lot_message_due ON lot_message (next_delivery_at);
CREATE INDEX lot_message_by_lot ON lot_message (lot_code, id);

-- A lot's user at the MQTT broker. Of the password only the salted hash is kept, as the broker's password file has it.
CREATE TABLE mqtt_user (
    access_id     VARCHAR(64)              NOT NULL PRIMARY KEY,
    password_hash VARCHAR(200)             NOT NULL,
    issued_by     VARCHAR(255)             NOT NULL,
    issued_at     TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Length of the platform's key that closes messages to the lot, 1024 or 2048 bits, as its vendor chose. Null: registered
-- before there was a choice (or by a node of that version), so that the lot holds the public half of the one key of then.
ALTER TABLE access_key ADD COLUMN platform_key_bits INTEGER;

-- A password at the broker ends with the last lot of its accessID; some outlived it.
DELETE FROM mqtt_user
WHERE NOT EXISTS (SELECT 1 FROM access_key k WHERE k.access_id = mqtt_user.access_id AND k.active_lot IS NOT NULL);

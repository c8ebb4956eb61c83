-- What is odd in a record that was taken: said to the lot's vendor.
ALTER TABLE lot_traffic ADD COLUMN warning_count INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE lot_traffic ADD COLUMN last_warning_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE lot_traffic ADD COLUMN last_warning VARCHAR(500);

-- A state as it was sent, JSON: also what its columns cannot hold.
ALTER TABLE parking_state ADD COLUMN content TEXT;

-- A plate in the lot's own spelling where that is another than the one in which plates are kept: the lot knows its vehicle by
-- that one. Plates that were taken before were taken in the one spelling only, so nothing is rewritten.
ALTER TABLE stay ADD COLUMN entry_plate_sent VARCHAR(64);
ALTER TABLE bill ADD COLUMN plate_sent VARCHAR(64);

-- photo.photo_id, by which its record is known, is the lot's photoID; where it has none, or used it for another visit or type
-- before, it is made of uid, type and digest or photoID (PhotoNumbers).

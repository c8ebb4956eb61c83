-- Whose turn it is at a lot asks for what its test vehicles left unpaid, among all that the lot ever sent.
CREATE INDEX bill_by_plate ON bill (lot_code, plate_no);

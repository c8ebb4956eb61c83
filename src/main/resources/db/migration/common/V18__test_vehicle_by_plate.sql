-- Every payment request of a lot asks for its plate.
CREATE INDEX test_vehicle_by_plate ON test_vehicle (lot_code, plate_no);

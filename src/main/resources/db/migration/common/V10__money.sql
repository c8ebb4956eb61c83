-- When the money of a disputed charge was back and what follows was decided.
ALTER TABLE deduction ADD COLUMN dispute_closed_by VARCHAR(64);
ALTER TABLE deduction ADD COLUMN dispute_closed_at TIMESTAMP WITH TIME ZONE;

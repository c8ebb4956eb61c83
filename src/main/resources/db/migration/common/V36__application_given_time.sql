-- Until when a supervisor gave the operator time (处理超期, 延长期限): before that nothing is forgotten.
ALTER TABLE application ADD COLUMN kept_until TIMESTAMP WITH TIME ZONE;

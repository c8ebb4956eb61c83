-- Since when a supervisor has the task to clear an unknown deduction; null while it is the channel's to answer.
ALTER TABLE deduction ADD COLUMN with_supervisor_since TIMESTAMP WITH TIME ZONE;

UPDATE deduction SET with_supervisor_since = query_until
WHERE state IN ('SENT', 'UNKNOWN') AND abandoned_at IS NULL AND query_until <= CURRENT_TIMESTAMP;

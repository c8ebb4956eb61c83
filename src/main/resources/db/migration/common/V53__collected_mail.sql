-- A mail about a task that several people could take is collected (state COLLECTED) and goes out at the full hour within one
-- mail to its recipient (DIGESTED), or not at all where somebody has taken the task by then, or it has ended (OBSOLETE).
ALTER TABLE mail ADD COLUMN task_id VARCHAR(64);
ALTER TABLE mail ADD COLUMN occasion VARCHAR(10);                    -- OVERDUE, DUE_SOON, OPENED
ALTER TABLE mail ADD COLUMN task_due_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE mail ADD COLUMN digest_id BIGINT;                        -- the mail that it went out with

-- Whether somebody wants to be reminded by mail of what is due soon.
ALTER TABLE account ADD COLUMN reminders BOOLEAN DEFAULT TRUE NOT NULL;

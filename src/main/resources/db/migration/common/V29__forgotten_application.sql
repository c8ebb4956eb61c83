-- Since when nothing was changed in an application: neither its draft nor its state. Those of the version before begin anew.
ALTER TABLE application ADD COLUMN changed_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL;

-- When its applicant was told that it ends soon; null again with every change.
ALTER TABLE application ADD COLUMN forgotten_told_at TIMESTAMP WITH TIME ZONE;

CREATE INDEX application_unchanged ON application (state, changed_at);

-- Applications that are filled in and submitted in several stages.

-- keys of the stages that were opened so far, in their order, separated by commas: the last one is the current
ALTER TABLE application ADD COLUMN stages VARCHAR(200) DEFAULT 'application' NOT NULL;
-- when the link ends that the channel gave to the merchant
ALTER TABLE application ADD COLUMN channel_link_until TIMESTAMP WITH TIME ZONE;

-- the stage that the application stood in when it was submitted
ALTER TABLE application_revision ADD COLUMN stage VARCHAR(64) DEFAULT 'application' NOT NULL;

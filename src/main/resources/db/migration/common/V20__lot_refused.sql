-- A lot that was given up because its channel refused it: an application of which no lot went live ends by that name.
ALTER TABLE lot_binding ADD COLUMN refused_by_channel BOOLEAN DEFAULT FALSE NOT NULL;

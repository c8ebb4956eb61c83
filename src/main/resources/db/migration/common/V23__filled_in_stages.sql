-- Every channel's form is filled in stage by stage, by tasks of its process.

-- what was submitted, or is being corrected, has both stages; a draft begins with the first
UPDATE application SET stages = 'form' WHERE stages = 'application' AND state = 'DRAFT';
UPDATE application SET stages = 'form,papers' WHERE stages = 'application';
UPDATE application_revision SET stage = 'papers' WHERE stage = 'application';

-- Alipay's form and its photos were one stage
UPDATE application SET stages = 'account,apply,papers' WHERE stages = 'account,apply';
UPDATE application SET stages = 'account,apply,papers,receive' WHERE stages = 'account,apply,receive';
UPDATE application_revision SET stage = 'papers' WHERE stage = 'apply';

ALTER TABLE application ALTER COLUMN stages SET DEFAULT 'form,papers';
ALTER TABLE application_revision ALTER COLUMN stage SET DEFAULT 'papers';

-- what the applicant says to the doubts about a revision, by field key; encrypted, null where there was nothing to say
ALTER TABLE application_revision ADD COLUMN explanations TEXT;

-- the lots that an application is meant for, as its applicant said at the start
CREATE TABLE intended_lot (
    application_no VARCHAR(32) NOT NULL REFERENCES application (no),
    list_position  INT         NOT NULL,
    lot_code       VARCHAR(64) NOT NULL,
    PRIMARY KEY (application_no, list_position)
);
CREATE INDEX intended_lot_by_code ON intended_lot (lot_code);

-- what is asked for each lot bears the lot's code
ALTER TABLE application_paper ALTER COLUMN field_key SET DATA TYPE VARCHAR(128);
ALTER TABLE revision_paper ALTER COLUMN field_key SET DATA TYPE VARCHAR(128);
ALTER TABLE field_remark ALTER COLUMN field_key SET DATA TYPE VARCHAR(128);
ALTER TABLE value_reveal ALTER COLUMN field_key SET DATA TYPE VARCHAR(128);
ALTER TABLE document ALTER COLUMN field_key SET DATA TYPE VARCHAR(128);

-- whether a paper is still to be submitted is asked with every look at it
CREATE INDEX application_paper_by_document ON application_paper (document_id);

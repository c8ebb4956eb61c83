-- What every channel asks again of a company, kept once. The version is the profile's: two people who change it at once are told.
CREATE TABLE company_profile (
    merchant_id  BIGINT                   NOT NULL PRIMARY KEY REFERENCES merchant (id),
    version      BIGINT                   NOT NULL,
    last_account INT                      NOT NULL,
    changed_by   VARCHAR(64)              NOT NULL,
    changed_at   TIMESTAMP WITH TIME ZONE NOT NULL
);

-- One value, encrypted. account_no is 0 for what is the company's, else the settlement account that it belongs to.
CREATE TABLE company_value (
    merchant_id BIGINT                   NOT NULL REFERENCES company_profile (merchant_id),
    account_no  INT                      NOT NULL,
    place       VARCHAR(64)              NOT NULL,
    content     TEXT                     NOT NULL,
    changed_by  VARCHAR(64)              NOT NULL,
    changed_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (merchant_id, account_no, place)
);

-- A stored paper that applications may have as well: whoever needs it last lets it go. about is the lot that it shows, empty
-- for a paper of the company; valid_until is null for one that does not end.
CREATE TABLE company_paper (
    merchant_id BIGINT                   NOT NULL REFERENCES company_profile (merchant_id),
    place       VARCHAR(64)              NOT NULL,
    about       VARCHAR(200)             NOT NULL,
    document_id VARCHAR(32)              NOT NULL REFERENCES document (id),
    valid_until DATE,
    added_by    VARCHAR(64)              NOT NULL,
    added_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (merchant_id, place, about)
);
CREATE INDEX company_paper_by_document ON company_paper (document_id);

-- A draft has papers of its company's profile, too; none of them is deleted under it.
ALTER TABLE application_paper ADD CONSTRAINT application_paper_is_stored FOREIGN KEY (document_id) REFERENCES document (id);

-- A paper that was given to the profile belongs to no application.
ALTER TABLE document ALTER COLUMN application_no DROP NOT NULL;

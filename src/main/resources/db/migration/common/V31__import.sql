-- Files of companies, vendors, lots and people that were uploaded: compared with what was kept, and then taken as a whole.
-- version counts the comparisons: who takes a file takes the comparison that was looked at.
CREATE TABLE import_file (
    id          VARCHAR(36)              NOT NULL PRIMARY KEY,
    kind        VARCHAR(16)              NOT NULL,
    file_name   VARCHAR(200)             NOT NULL,
    uploaded_by VARCHAR(255)             NOT NULL,
    uploaded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    -- Chinese, a line each: what was left aside while reading
    notes       TEXT                     NOT NULL,
    made        INT                      NOT NULL,
    changed     INT                      NOT NULL,
    unchanged   INT                      NOT NULL,
    faulty      INT                      NOT NULL,
    version     BIGINT                   NOT NULL,
    taken_by    VARCHAR(255),
    taken_at    TIMESTAMP WITH TIME ZONE
);
CREATE INDEX import_file_by_time ON import_file (uploaded_at);

-- One row of a file until it is taken or forgotten. content: encrypted JSON, what it says and how it compares.
CREATE TABLE import_row (
    file_id  VARCHAR(36) NOT NULL REFERENCES import_file (id) ON DELETE CASCADE,
    position INT         NOT NULL,
    verdict  VARCHAR(16) NOT NULL,
    content  TEXT        NOT NULL,
    PRIMARY KEY (file_id, position)
);
CREATE INDEX import_row_by_verdict ON import_row (file_id, verdict, position);

-- What people and channels see of a paper: its pages as plain JPEGs, upright and without metadata, encrypted for their place.
-- Made of document.content; papers of before get theirs when somebody looks at them first.
CREATE TABLE document_page (
    document_id VARCHAR(32) NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    page        INT         NOT NULL,
    width       INT         NOT NULL,
    height      INT         NOT NULL,
    byte_count  INT         NOT NULL,
    content     BLOB        NOT NULL,
    PRIMARY KEY (document_id, page)
);

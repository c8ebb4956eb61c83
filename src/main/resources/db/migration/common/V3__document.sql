-- Papers. Content and file name are encrypted; a row is never changed.
CREATE TABLE document (
    id             VARCHAR(32)              NOT NULL PRIMARY KEY,
    application_no VARCHAR(32)              NOT NULL,
    field_key      VARCHAR(64)              NOT NULL,
    tenant_id      VARCHAR(64)              NOT NULL,
    file_name      TEXT                     NOT NULL,
    media_type     VARCHAR(32)              NOT NULL,
    byte_count     INT                      NOT NULL,
    sha256         VARCHAR(64)              NOT NULL,
    content        BLOB                     NOT NULL,
    uploaded_by    VARCHAR(64)              NOT NULL,
    uploaded_at    TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX document_by_application ON document (application_no);

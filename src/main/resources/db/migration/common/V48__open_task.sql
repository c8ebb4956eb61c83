-- One row for every open user task: what lists ask for, without the engine's variables, rights and tenants. Written in the
-- engine's own transaction; brought into step with ACT_RU_TASK at every start, so also after this migration.
CREATE TABLE open_task (
    task_id             VARCHAR(64)           NOT NULL PRIMARY KEY,
    name                VARCHAR(255)          NOT NULL,
    definition_key      VARCHAR(255)          NOT NULL, -- the model's element
    process_key         VARCHAR(255)          NOT NULL,
    process_instance_id VARCHAR(64)           NOT NULL,
    application_no      VARCHAR(64),                    -- null where it is about none (登记节假日安排)
    tenant_id           VARCHAR(64),                    -- the parking company's; null as above
    channel             VARCHAR(32),
    binding_id          BIGINT,                         -- null where it is about no single lot
    lot_code            VARCHAR(64),
    candidate_group     VARCHAR(255),                   -- a role's group or a vendor company's
    assignee            VARCHAR(255),                   -- null while nobody has it
    created_at          TIMESTAMP WITH TIME ZONE NOT NULL,
    due_at              TIMESTAMP WITH TIME ZONE,
    corrected           BOOLEAN DEFAULT FALSE NOT NULL  -- what the reviewer returned is back
);
CREATE INDEX open_task_of_group ON open_task (candidate_group, tenant_id, due_at);
CREATE INDEX open_task_of_person ON open_task (assignee);
CREATE INDEX open_task_of_application ON open_task (application_no);
CREATE INDEX open_task_of_binding ON open_task (binding_id);
CREATE INDEX open_task_by_due ON open_task (due_at, task_id);

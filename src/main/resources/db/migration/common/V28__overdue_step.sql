-- Steps whose time is up, each with the process escalation (处理超期) that deals with it. A row goes away with its step.
CREATE TABLE overdue_step (
    step_id        VARCHAR(64) PRIMARY KEY,              -- the engine's activity instance: a step has one escalation, on any number of nodes
    task_id        VARCHAR(64),                          -- null where the step waits for somebody outside
    execution_id   VARCHAR(64)              NOT NULL,
    application_no VARCHAR(32)              NOT NULL,
    channel        VARCHAR(20)              NOT NULL,
    binding_id     BIGINT,                               -- null where it is about no single lot
    name           VARCHAR(255)             NOT NULL,
    since          TIMESTAMP WITH TIME ZONE NOT NULL,
    days           INT                      NOT NULL,    -- working days that the step had: after as many again it is reported once more
    level          INT DEFAULT 1            NOT NULL,
    opens_at       TIMESTAMP WITH TIME ZONE NOT NULL,    -- later than now: people agreed on a date since, it is not overdue before
    instance_id    VARCHAR(64),                          -- of the escalation, null while there is none
    over_at        TIMESTAMP WITH TIME ZONE,             -- the step was left
    decision       VARCHAR(20),                          -- remind, extend, handOver or withdraw
    until_at       TIMESTAMP WITH TIME ZONE,
    handed_to      VARCHAR(64),
    reason         VARCHAR(200),
    decided_by     VARCHAR(64)
);

CREATE INDEX overdue_step_task ON overdue_step (task_id);
CREATE INDEX overdue_step_application ON overdue_step (application_no);
CREATE INDEX overdue_step_binding ON overdue_step (binding_id);

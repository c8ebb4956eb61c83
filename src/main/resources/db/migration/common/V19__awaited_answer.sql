-- Steps of processes that wait for a channel's word, days or weeks: whom to ask for what, and when next.
CREATE TABLE awaited_answer (
    execution_id    VARCHAR(64) PRIMARY KEY,              -- the waiting step, which goes away with this row
    instance_id     VARCHAR(64)              NOT NULL,
    definition_id   VARCHAR(64)              NOT NULL,    -- the model's version: a node asks for those that it knows
    element_id      VARCHAR(64)              NOT NULL,
    channel         VARCHAR(20)              NOT NULL,
    question        VARCHAR(20)              NOT NULL,    -- review, lot or deduction
    application_no  VARCHAR(32)              NOT NULL,
    binding_id      BIGINT,                               -- of a lot or a deduction
    bill_id         BIGINT,                               -- of a deduction
    since           TIMESTAMP WITH TIME ZONE NOT NULL,
    expected_at     TIMESTAMP WITH TIME ZONE,
    next_ask_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    news            INT DEFAULT 0            NOT NULL,    -- callbacks and 立即查询: one that comes while the channel is asked has it asked again
    times_asked     INT DEFAULT 0            NOT NULL,
    unchanged       INT DEFAULT 0            NOT NULL,    -- answers in a row that said nothing new: the more, the later the next question
    failed_in_a_row INT DEFAULT 0            NOT NULL,
    last_asked_at   TIMESTAMP WITH TIME ZONE,
    last_words      VARCHAR(500),
    last_error      VARCHAR(500),
    claimed_by      VARCHAR(64),                          -- who asks right now
    claimed_until   TIMESTAMP WITH TIME ZONE              -- a claim that is older belonged to a node that is gone
);

CREATE INDEX awaited_answer_due ON awaited_answer (channel, next_ask_at);
CREATE INDEX awaited_answer_application ON awaited_answer (application_no);
CREATE INDEX awaited_answer_binding ON awaited_answer (binding_id);
CREATE INDEX awaited_answer_instance ON awaited_answer (instance_id);

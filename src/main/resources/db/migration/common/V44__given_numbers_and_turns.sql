-- A number of ours that was kept for the channel's is none: where the channel gave a number, it gave another one.
UPDATE deduction SET transaction_no = NULL WHERE transaction_no = out_trade_no;
UPDATE refund SET channel_refund_no = NULL WHERE channel_refund_no = out_refund_no;

-- Who tells a channel of a visit now: one worker at a time, on any node. A worker that died is followed by another one when its turn
-- has ended.
CREATE TABLE visit_turn (
    visit_id BIGINT                   NOT NULL PRIMARY KEY REFERENCES channel_visit (id) ON DELETE CASCADE,
    teller   VARCHAR(36)              NOT NULL,
    ends_at  TIMESTAMP WITH TIME ZONE NOT NULL
);

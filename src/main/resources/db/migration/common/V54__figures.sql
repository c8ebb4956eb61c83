-- What the overview counts: what happened in a period, and what waits for one company or at one lot.
CREATE INDEX review_decision_by_day ON review_decision (decided_at);
CREATE INDEX field_remark_by_day ON field_remark (created_at);
CREATE INDEX deduction_by_day ON deduction (state, decided_at);
CREATE INDEX lot_binding_by_live ON lot_binding (live_at);
CREATE INDEX open_task_of_company ON open_task (tenant_id);

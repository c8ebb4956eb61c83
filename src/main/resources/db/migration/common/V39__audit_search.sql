-- What auditors look applications up by. Nothing is copied for the search: each of these is a way to rows that are there.

CREATE INDEX application_by_merchant ON application (merchant_id);
CREATE INDEX application_by_begin ON application (created_at);

-- a vehicle and a day
CREATE INDEX bill_by_plate ON bill (plate_no);
CREATE INDEX stay_by_entry_plate ON stay (entry_plate);
CREATE INDEX stay_by_exit_plate ON stay (exit_plate);
CREATE INDEX test_vehicle_by_plate_alone ON test_vehicle (plate_no);
CREATE INDEX channel_visit_by_plate ON channel_visit (plate_no);
CREATE INDEX channel_visit_by_uid ON channel_visit (uid);
CREATE INDEX record_check_by_bill ON record_check (bill_id);
CREATE INDEX diagnosis_by_bill ON diagnosis (bill_id);

-- numbers of bills and of money
CREATE INDEX bill_by_number ON bill (bill_no);
CREATE INDEX diagnosis_by_bill_number ON diagnosis (bill_no);
CREATE INDEX deduction_by_bill_number ON deduction (bill_no);
CREATE INDEX deduction_by_transaction ON deduction (transaction_no);
CREATE INDEX refund_by_channel_number ON refund (channel_refund_no);

-- what happened to deductions, and who did it
CREATE INDEX deduction_step_by_kind ON deduction_step (kind, deduction_id);
CREATE INDEX deduction_step_by_actor ON deduction_step (actor);

-- who did something, where there is a row or more for every application
CREATE INDEX application_by_creator ON application (created_by);
CREATE INDEX application_by_closer ON application (closed_by);
CREATE INDEX application_lot_by_person ON application_lot (chosen_by, application_no);
CREATE INDEX application_revision_by_person ON application_revision (submitted_by, application_no);
CREATE INDEX appointment_by_person ON appointment (recorded_by, application_no);
CREATE INDEX document_by_person ON document (uploaded_by, application_no);
CREATE INDEX lot_binding_by_withdrawer ON lot_binding (withdrawal_requested_by);
CREATE INDEX review_decision_by_person ON review_decision (decided_by, application_no);
CREATE INDEX test_vehicle_by_registrar ON test_vehicle (registered_by, binding_id);
CREATE INDEX test_vehicle_by_remover ON test_vehicle (removed_by);

-- In the engine's history: whose a task was, who did an operation, and operations by what they were. The engine's own scripts
-- know no index of these names.
CREATE INDEX audit_task_by_assignee ON ACT_HI_TASKINST (ASSIGNEE_, ROOT_PROC_INST_ID_);
CREATE INDEX audit_operation_by_person ON ACT_HI_OP_LOG (USER_ID_, ROOT_PROC_INST_ID_);
CREATE INDEX audit_operation_by_category ON ACT_HI_OP_LOG (CATEGORY_, OPERATION_TYPE_, PROC_INST_ID_);

-- An application that ended before 29 has the moment of that upgrade as its last change: the end of its process instead.
UPDATE application SET changed_at = (
    SELECT max(p.END_TIME_) FROM ACT_HI_PROCINST p WHERE p.BUSINESS_KEY_ = application.no
) WHERE state IN ('DONE', 'PARTLY_DONE') AND changed_at > COALESCE((
    SELECT max(p.END_TIME_) FROM ACT_HI_PROCINST p WHERE p.BUSINESS_KEY_ = application.no
), changed_at);

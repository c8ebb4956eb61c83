-- our own group of administrators, so that its id is nobody else's: whoever was in the engine's is in ours too.
-- The group itself comes first, as memberships refer to it; its name is kept by the application.
INSERT INTO act_id_group (id_, rev_, name_, type_)
SELECT 'onboarding-admin', 1, '系统管理员', 'SYSTEM'
FROM act_id_group
WHERE id_ = 'camunda-admin' AND NOT EXISTS (SELECT 1 FROM act_id_group WHERE id_ = 'onboarding-admin');

INSERT INTO act_id_membership (user_id_, group_id_)
SELECT m.user_id_, 'onboarding-admin'
FROM act_id_membership m
WHERE m.group_id_ = 'camunda-admin'
  AND NOT EXISTS (SELECT 1 FROM act_id_membership o WHERE o.group_id_ = 'onboarding-admin' AND o.user_id_ = m.user_id_);

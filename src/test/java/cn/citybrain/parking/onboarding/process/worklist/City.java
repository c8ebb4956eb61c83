package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For the bench: 500 companies with 20 lots each, and 100,000 open tasks, as rows of both the facts' tables and the engine's. Of
 * them 30 of 100 are vendors' (12,000 those of one vendor that serves 200 companies), 40 operators', 25 reviewers' and 5
 * supervisors'; 20,000 answers of channels are awaited besides. Three of ten have been claimed, one of twenty is overdue.
 */
final class City {

    static final String OPERATOR = "worklist-bench";
    static final int TASKS = 100_000;
    static final int WAITS = 20_000;

    private static final int COMPANIES = 500;
    private static final int GATES = 30_000;

    private final ApplicationContext app;
    private final JdbcClient jdbc;

    City(ApplicationContext app) {
        this.app = app;
        this.jdbc = app.getBean(JdbcClient.class);
    }

    void build() {
        run("INSERT INTO merchant (tenant_id, name, uscc, contact_email) SELECT 'wb' || n, '压测第' || n || '停车有限公司',"
                + " 'WB' || lpad(n::text, 16, '0'), 'wb@example.com' FROM generate_series(0, " + (COMPANIES - 1)
                + ") n");
        run("INSERT INTO parking_lot (code, name, address, space_count, merchant_id) SELECT 'WB' || lpad(n::text,"
                + " 8, '0'), '压测' || n || '号停车场', '文三路', 100, m.id FROM generate_series(0, 9999) n JOIN merchant m"
                + " ON m.tenant_id = 'wb' || n / 20");
        for (int i = 0; i < 50; i++) {
            app.getBean(Vendors.class).add(new Vendor("vendor-wb" + i, "压测技术方" + i, "wb@example.com"));
        }
        run("INSERT INTO vendor_assignment (lot_id, active_lot_id, vendor_group, assigned_by, assigned_at) SELECT"
                + " l.id, l.id, CASE WHEN l.n < 4000 THEN 'vendor-zhilian' ELSE 'vendor-wb' || l.n % 50 END, 'bench',"
                + " now() FROM (SELECT id, substring(code FROM 3)::int AS n FROM parking_lot WHERE code LIKE 'WB%') l");
        app.getBean(Memberships.class).align();
        applications();
        bindings();
        tasks();
        app.getBean(UserAccounts.class)
                .add(OPERATOR, "压", "测", DemoWorld.PASSWORD, List.of(Role.LOT_OPERATOR.group()), List.of("wb7"));
    }

    /** WBG…: those with lots under test, one for each company and channel; WBT…: those with one task each; WBW…: those that wait. */
    private void applications() {
        String columns =
                "INSERT INTO application (no, channel, merchant_id, tenant_id, state, revision, draft, draft_version,"
                        + " created_by, created_at) SELECT ";
        String rest = ", m.id, m.tenant_id, 'SUBMITTED', 1, '', 0, 'bench', now() FROM generate_series(0, %d) n"
                + " JOIN merchant m ON m.tenant_id = 'wb' || n %% 500";
        run(columns + "'WBG' || lpad(n::text, 9, '0'), " + channel("n / 500") + rest.formatted(1499));
        run(columns + "'WBT' || lpad(n::text, 9, '0'), " + channel("n / 500") + rest.formatted(TASKS - GATES - 1));
        run(columns + "'WBW' || lpad(n::text, 9, '0'), " + channel("n / 500") + rest.formatted(WAITS - 1));
        run("INSERT INTO intended_lot (application_no, list_position, lot_code) SELECT a.no, 0, 'WB' || lpad((20 *"
                + " (substring(a.no FROM 4)::int % 500))::text, 8, '0') FROM application a WHERE a.no LIKE"
                + " 'WBT%'");
        run("INSERT INTO awaited_answer (execution_id, instance_id, definition_id, element_id, channel, question,"
                + " application_no, since, next_ask_at) SELECT 'wbw' || a.no, 'wbw' || a.no, '"
                + definition("wechatpay-onboarding")
                + "', 'serviceTask_submitApplication', a.channel, 'review', a.no, now(), now() + interval '9"
                + " years' FROM application a WHERE a.no LIKE 'WBW%'");
    }

    private void bindings() {
        run("INSERT INTO receiving_account (merchant_id, channel, application_no, account_number, state, opened_at)"
                + " SELECT merchant_id, channel, no, 'x', 'ACTIVE', now() FROM application WHERE no LIKE 'WBG%'");
        run("INSERT INTO lot_binding (lot_id, channel, account_id, application_no, list_position, state,"
                + " channel_reference, channel_lot_id, configured_at) SELECT l.id, r.channel, r.id,"
                + " r.application_no, row_number() OVER (PARTITION BY r.id ORDER BY l.id), 'REGISTERED', '', '',"
                + " now() FROM receiving_account r JOIN parking_lot l ON l.merchant_id = r.merchant_id WHERE"
                + " r.application_no LIKE 'WBG%'");
        run("INSERT INTO test_vehicle (binding_id, lot_code, channel, plate_no, plate_color, payer_id, agreement,"
                + " agreement_text, registered_by, registered_at) SELECT b.id, l.code, b.channel, '浙' || chr(65 +"
                + " (b.id % 11)::int) || lpad((b.id * 7 % 100000)::text, 5, '0'), 1, '', 'SIGNED', '', 'bench',"
                + " now() FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id WHERE b.application_no LIKE"
                + " 'WBG%'");
    }

    private void tasks() {
        run("CREATE TABLE bench_task AS SELECT 'wbt' || row_number() OVER () AS id, t.* FROM ("
                + "SELECT b.application_no AS no, b.id AS binding_id, a.tenant_id, x.vendor_group AS grp, b.id AS n,"
                + " '接口开发与对接准备' AS name, 'userTask_prepareInterface' AS key, '" + definition("test-deduction-gate")
                + "' AS def FROM lot_binding b JOIN application a ON a.no = b.application_no JOIN vendor_assignment x"
                + " ON x.active_lot_id = b.lot_id WHERE b.application_no LIKE 'WBG%' UNION ALL SELECT a.no, NULL,"
                + " a.tenant_id, CASE WHEN a.m < 40 THEN 'lot-operator' WHEN a.m < 65 THEN 'ops-reviewer' ELSE"
                + " 'ops-supervisor' END, a.n, CASE WHEN a.m < 40 THEN '补正申请资料' WHEN a.m < 65 THEN '受理' ELSE '处理超期：受理'"
                + " END, CASE WHEN a.m < 40 THEN 'userTask_correct' ELSE 'userTask_review'"
                + " END, '" + definition("acceptance")
                + "' FROM (SELECT no, tenant_id, substring(no FROM 4)::int AS n, substring(no FROM 4)::int / 500 % 70"
                + " AS m FROM application WHERE no LIKE 'WBT%') a) t");
        run("INSERT INTO act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_, business_key_,"
                + " proc_def_id_, act_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_,"
                + " suspension_state_, cached_ent_state_, tenant_id_) SELECT id, 1, id, id, no, def, key, true,"
                + " false, true, false, 1, 2, tenant_id FROM bench_task");
        run("INSERT INTO act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,"
                + " priority_, create_time_, due_date_, suspension_state_, tenant_id_, assignee_) SELECT id, 1,"
                + " id, id, def, name, key, 50, now(), now() + ((n % 400) - 20) * interval '2 hours', 1,"
                + " tenant_id, CASE WHEN n % 10 < 3 THEN CASE grp WHEN 'ops-reviewer' THEN 'reviewer' WHEN"
                + " 'vendor-zhilian' THEN 'zhilian' ELSE 'somebody' END END FROM bench_task");
        run("INSERT INTO act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_)"
                + " SELECT 'i' || id, 1, grp, 'candidate', id, tenant_id FROM bench_task");
        run("INSERT INTO act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, text_,"
                + " var_scope_, sequence_counter_, is_concurrent_local_, tenant_id_) SELECT 'v' || id, 1,"
                + " 'string', 'applicationNo', id, id, no, id, 1, false, tenant_id FROM bench_task");
        run("INSERT INTO act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, long_, text_,"
                + " var_scope_, sequence_counter_, is_concurrent_local_, tenant_id_) SELECT 'b' || id, 1, 'long',"
                + " 'bindingId', id, id, binding_id, binding_id::text, id, 1, false, tenant_id FROM bench_task"
                + " WHERE binding_id IS NOT NULL");
        run("INSERT INTO act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)"
                + " SELECT 'a' || id, 1, 1, grp, 7, id, 16418 FROM bench_task WHERE grp LIKE 'vendor-%'");
    }

    /** The engine's rows and ours; the companies stay, as nobody can delete them. */
    void forget() {
        run("DELETE FROM act_ru_authorization WHERE id_ LIKE 'awbt%'");
        run("DELETE FROM act_ru_variable WHERE proc_inst_id_ LIKE 'wbt%'");
        run("DELETE FROM act_ru_identitylink WHERE task_id_ LIKE 'wbt%'");
        run("DELETE FROM act_ru_task WHERE id_ LIKE 'wbt%'");
        run("DELETE FROM act_ru_execution WHERE id_ LIKE 'wbt%'");
        run("DELETE FROM awaited_answer WHERE execution_id LIKE 'wbw%'");
        run("DELETE FROM open_task WHERE task_id LIKE 'wbt%'");
        run("DROP TABLE bench_task");
    }

    void run(String sql) {
        jdbc.sql(sql).update();
    }

    private String definition(String key) {
        return app.getBean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private static String channel(String number) {
        return "(ARRAY['wechatpay','alipay','unionpay','cmb','etc','citizencard'])[1 + (" + number + ") % 6]";
    }
}

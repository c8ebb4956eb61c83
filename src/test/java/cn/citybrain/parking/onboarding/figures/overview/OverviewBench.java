package cn.citybrain.parking.onboarding.figures.overview;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.RunStatements;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.figures.count.Scope;
import cn.citybrain.parking.onboarding.merchant.Reach;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the overview costs on PostgreSQL with 100,000 open tasks, 100,000 rows of every other kind and 200,000 steps in the
 * history, for everybody, one of 500 companies, and a vendor of 200 of them. Plans go to {@code target/bench/overview.txt}.
 */
@OnboardingTest
class OverviewBench {

    private static final List<String> ROWS = List.of(
            "INSERT INTO parking_lot (code, name, address, space_count, merchant_id) SELECT 'BN' || i, '压测' || i, 'x',"
                    + " 1, (SELECT min(id) FROM merchant) FROM generate_series(1, 20000) i",
            "INSERT INTO vendor (group_id, name, contact_email) VALUES ('vendor-bench', '压测', 'a@example.com')",
            "INSERT INTO vendor_assignment (lot_id, active_lot_id, vendor_group, assigned_by, assigned_at) SELECT"
                    + " l.id, l.id, 'vendor-bench', 'x', now() FROM parking_lot l WHERE l.code LIKE 'BN%' AND l.id % 500 <"
                    + " 200",
            "INSERT INTO application (no, channel, merchant_id, tenant_id, state, revision, draft, draft_version,"
                    + " created_by, created_at) SELECT 'BN' || i, (ARRAY['wechatpay','alipay','unionpay','cmb','etc'])[1 +"
                    + " i % 5], (SELECT min(id) FROM merchant), 't-b' || i % 500, 'DONE', 1, '', 1, 'x', now() FROM"
                    + " generate_series(1, 20000) i",
            "INSERT INTO receiving_account (merchant_id, channel, application_no, account_number, state, opened_at)"
                    + " SELECT merchant_id, channel, no, 'x', 'LIVE', now() FROM application WHERE no LIKE 'BN%'",
            "INSERT INTO lot_binding (lot_id, channel, account_id, application_no, list_position, state,"
                    + " channel_reference, channel_lot_id, configured_at, live_at) SELECT l.id, a.channel, r.id, a.no, 0,"
                    + " 'LIVE', '', '', now(), CASE WHEN l.id % 2 = 0 THEN now() - interval '1 day' * (l.id % 300) END"
                    + " FROM parking_lot l JOIN application a ON a.no = l.code JOIN receiving_account r ON"
                    + " r.application_no = a.no",
            "INSERT INTO open_task (task_id, name, definition_key, process_key, process_instance_id, application_no,"
                    + " tenant_id, channel, binding_id, lot_code, candidate_group, created_at, due_at) SELECT 'bn' || i,"
                    + " '步骤' || i % 15, 'step' || i % 15, 'p' || i % 7, 'x', 'BN' || 1 + i % 20000, 't-b' || (1 + i %"
                    + " 20000) % 500, (ARRAY['wechatpay','alipay','unionpay','cmb','etc'])[1 + (1 + i % 20000) % 5], b.id,"
                    + " b.application_no, (ARRAY['ops-reviewer','ops-supervisor','lot-operator','vendor-bench'])[1 + i %"
                    + " 4], now() - interval '1 minute' * i, now() - interval '1 minute' * (i - 50000) FROM"
                    + " generate_series(1, 100000) i JOIN lot_binding b ON b.application_no = 'BN' || 1 + i % 20000",
            "INSERT INTO awaited_answer (execution_id, instance_id, definition_id, element_id, channel, question,"
                    + " application_no, since, expected_at, next_ask_at) SELECT 'bn' || i, 'x', (SELECT min(ID_) FROM"
                    + " ACT_RE_PROCDEF WHERE KEY_ = 'wechatpay-onboarding'), 'receiveTask_awaitReview', 'wechatpay',"
                    + " 'review', 'BN' || 1 + i % 20000, now() - interval '1 minute' * i, now(), now() FROM"
                    + " generate_series(1, 100000) i",
            "INSERT INTO review_decision (application_no, revision, decision, reason, remarks, confirmed_warnings,"
                    + " decided_by, decided_at, used_at) SELECT 'BN' || 1 + i % 20000, i / 20000,"
                    + " (ARRAY['RETURN','ACCEPT','REFUSE'])[1 + i % 3], '', '', '', 'x', now() - interval '1 minute' * i *"
                    + " 8, now() FROM generate_series(1, 100000) i",
            "INSERT INTO field_remark (application_no, revision, field_key, reason, source, author, created_at) SELECT"
                    + " 'BN' || 1 + i % 20000, 1, 'field' || i % 60, 'x', 'REVIEWER', 'x', now() - interval '1 minute' * i"
                    + " * 8 FROM generate_series(1, 100000) i",
            "INSERT INTO deduction (version, binding_id, bill_id, attempt_no, out_trade_no, channel, lot_code, uid,"
                    + " bill_no, amount, state, sends, queries, note, code, reason, created_at, decided_at) SELECT 1,"
                    + " b.id, 70000000 + i, 1, 'BN' || i, b.channel, 'x', 'x', 'x', 1, (ARRAY['FAILED','SUCCEEDED'])[1 + i"
                    + " % 2], 1, 0, '', 'CODE' || i % 20, 'x', now(), now() - interval '1 minute' * i * 8 FROM"
                    + " generate_series(1, 100000) i JOIN lot_binding b ON b.application_no = 'BN' || 1 + i % 20000",
            "INSERT INTO ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_,"
                    + " ROOT_PROC_INST_ID_, TENANT_ID_) SELECT 'bn' || no, 'bn' || no, no, channel || '-onboarding',"
                    + " (SELECT min(ID_) FROM ACT_RE_PROCDEF WHERE KEY_ = channel || '-onboarding'), now()::timestamp,"
                    + " 'bn' || no, tenant_id FROM application WHERE no LIKE 'BN%'",
            "INSERT INTO ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, ROOT_PROC_INST_ID_, PROC_INST_ID_,"
                    + " EXECUTION_ID_, ACT_ID_, ACT_NAME_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, ACT_INST_STATE_,"
                    + " TENANT_ID_) SELECT 'bn' || i, p.PROC_DEF_KEY_, p.PROC_DEF_ID_, p.ID_, p.ID_, 'bn' || i,"
                    + " (ARRAY['userTask_fillForm','receiveTask_awaitReview','userTask_bindLots','userTask_uploadLicence'])[1"
                    + " + i % 4], '步骤', (ARRAY['userTask','receiveTask'])[1 + i % 2], now()::timestamp - interval '1"
                    + " minute' * (i + 1000), CASE WHEN i % 2 = 0 THEN now()::timestamp - interval '1 minute' * i END,"
                    + " 60000000, 0, p.TENANT_ID_ FROM generate_series(1, 200000) i JOIN ACT_HI_PROCINST p ON p.ID_ ="
                    + " 'bnBN' || 1 + i % 20000",
            "ANALYZE");

    @Autowired
    DataSource database;

    @Autowired
    OverviewFigures figures;

    @Test
    void measure() throws SQLException, IOException {
        Assumptions.assumeTrue(TestDatabase.onPostgres(), "plans of PostgreSQL");
        // past the seal: these rows are nobody's story
        JdbcTemplate jdbc = new JdbcTemplate(database.unwrap(HikariDataSource.class));
        ROWS.forEach(jdbc::execute);
        StringBuilder text = new StringBuilder();
        Map<String, Scope> scopes = new LinkedHashMap<>();
        scopes.put("everything", new Scope(new Reach(true, Set.of(), Set.of())));
        scopes.put("one of 500 companies", new Scope(new Reach(false, Set.of("t-b7"), Set.of())));
        scopes.put("a vendor of 200", new Scope(new Reach(false, Set.of(), Set.of("vendor-bench"))));
        scopes.forEach((name, scope) -> {
            List<RunStatements.Statement> run = RunStatements.of(() -> figures.of(scope, Period.QUARTER));
            long start = System.nanoTime();
            for (Period period : new Period[] {Period.MONTH, Period.YEAR}) {
                figures.of(scope, period);
            }
            long millis = (System.nanoTime() - start) / 2_000_000;
            text.append("%s: %d statements, %d ms%n".formatted(name, run.size(), millis));
            run.forEach(one ->
                    text.append(one.sql()).append('\n').append(one.plan(jdbc)).append("\n\n"));
            assertThat(run).as(name).hasSizeLessThanOrEqualTo(9);
        });
        Path file = Path.of("target/bench/overview.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        text.toString().lines().filter(line -> line.contains(" statements, ")).forEach(System.out::println);
    }
}

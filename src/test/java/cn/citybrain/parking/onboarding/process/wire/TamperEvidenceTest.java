package cn.citybrain.parking.onboarding.process.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.Finding;
import cn.citybrain.parking.onboarding.seal.RawDatabase;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.Baseline;
import cn.citybrain.parking.onboarding.seal.chain.Chainer;
import cn.citybrain.parking.onboarding.seal.day.DaySealing;
import cn.citybrain.parking.onboarding.seal.day.DaySeals;
import cn.citybrain.parking.onboarding.seal.proof.Verification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * An onboarding from the application to LIVE, after which somebody with the database's password changes, deletes, inserts
 * and reorders rows: in our tables, in the engine's history, and in the chain itself.
 */
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TamperEvidenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    /** What was written since the class began: the chain of the tests before is sealed as a day of its own. */
    private static final SealScope SINCE = new SealScope(DAY, null);

    @Autowired
    ApplicationContext app;

    @Autowired
    Verification verification;

    @Autowired
    Chainer chainer;

    @Autowired
    Baseline baseline;

    @Autowired
    DaySealing sealing;

    @Autowired
    DaySeals seals;

    @Autowired
    TestClock clock;

    private WireBench wire;
    private RawDatabase console;
    private String no;
    private LotBinding lot;

    @BeforeAll
    void playToLive() throws SQLException {
        wire = new WireBench(app);
        chainer.chainAll();
        while (baseline.advance()) {
            assertThat(clock.instant()).isNotNull();
        }
        clock.advance(Duration.ofDays(1));
        sealing.sealDue();
        WiredApplication application = WiredApplication.apply(
                wire, Channel.WECHATPAY, wire.bench.merchant, List.of(wire.lot(wire.bench.merchant)));
        lot = application.until("userTask_bindLots").bind().get(0);
        no = application.no;
        wire.register(lot, "浙A12345");
        wire.prepared(lot);
        wire.visit(lot, "浙A12345", 500);
        wire.settle(lot);
        assertThat(wire.state(lot)).isEqualTo(BindingState.LIVE);
        console = new RawDatabase(app.getEnvironment());
    }

    @AfterAll
    void close() throws SQLException {
        console.close();
        wire.close();
    }

    /** The measure of whether everything that was written was told. */
    @Test
    @Order(1)
    void afterAnOnboardingNothingIsUnsealed() throws SQLException {
        List<CheckResult> results = verification.run(SINCE);

        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.findings()).as(result.check()).isEmpty());
        assertThat(results)
                .filteredOn(result -> result.check().equals("表中的行"))
                .singleElement()
                .satisfies(rows -> assertThat(rows.looked()).isGreaterThan(250));
        assertThat(strangers()).isEmpty();
        // the job of the engine's clean-up is made by the engine before there is a table for facts
        assertThat(console.ask("SELECT SUM(taken) FROM seal_baseline WHERE table_name <> 'act_hi_job_log'"))
                .as("rows that nobody told of")
                .isEqualTo("0");
    }

    private record Row(String table, String key, String where) {
        @Override
        public String toString() {
            return table + " where " + where;
        }
    }

    /** Our tables and the engine's: numbers, words, encrypted texts, bytes, times. */
    static Stream<List<String>> changes() {
        return Stream.of(
                List.of("review_decision", "id", "application_no = '{no}'", "decision", "'REFUSE'"),
                List.of("review_decision", "id", "application_no = '{no}'", "reason", "'另一个理由'"),
                List.of("deduction", "id", "binding_id = {lot}", "amount", "amount + 100"),
                List.of(
                        "deduction_step",
                        "id",
                        "deduction_id IN (SELECT id FROM deduction WHERE binding_id = {lot})",
                        "actor",
                        "'somebody'"),
                List.of(
                        "application_revision",
                        "revision",
                        "application_no = '{no}'",
                        "content",
                        "CONCAT(content, 'x')"),
                List.of(
                        "document",
                        "id",
                        "application_no = '{no}'",
                        "content",
                        "(SELECT p.content FROM photo p WHERE p.id = (SELECT MIN(q.id) FROM photo q))"),
                List.of("lot_binding", "id", "id = {lot}", "live_at", "live_at - INTERVAL '1' DAY"),
                List.of("photo", "id", "lot_code = '{code}'", "file_signed", "NOT file_signed"),
                List.of("act_hi_taskinst", "id_", "proc_inst_id_ IN ({instances})", "assignee_", "'somebody'"),
                List.of(
                        "act_hi_actinst",
                        "id_",
                        "proc_inst_id_ IN ({instances})",
                        "start_time_",
                        "start_time_ - INTERVAL '1' DAY"),
                List.of(
                        "act_hi_varinst",
                        "id_",
                        "proc_inst_id_ IN ({instances}) AND text_ IS NOT NULL",
                        "text_",
                        "'another'"),
                List.of("act_hi_procinst", "id_", "id_ IN ({instances})", "start_user_id_", "'somebody'"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsFound(List<String> change) throws SQLException {
        Row row = row(change.get(0), change.get(1), change.get(2));
        String column = change.get(3);
        keep(row);
        try {
            assertThat(console.run("UPDATE " + row.table() + " SET " + column + " = " + change.get(4) + " WHERE "
                            + row.where()))
                    .isEqualTo(1);
            assertThat(findings("表中的行")).singleElement().satisfies(finding -> {
                assertThat(finding.where()).isEqualTo(row.table() + " " + row.key());
                assertThat(finding.what()).startsWith("内容与封存时不同（封存于第");
            });
        } finally {
            console.run("UPDATE " + row.table() + " SET " + column + " = (SELECT k." + column
                    + " FROM kept_row k) WHERE " + row.where());
            forget();
        }
        assertThat(findings("表中的行")).isEmpty();
    }

    static Stream<List<String>> deletions() {
        return Stream.of(
                List.of("review_decision", "id", "application_no = '{no}'"),
                List.of("deduction_step", "id", "deduction_id IN (SELECT id FROM deduction WHERE binding_id = {lot})"),
                List.of("act_hi_actinst", "id_", "proc_inst_id_ IN ({instances})"),
                List.of("act_hi_detail", "id_", "proc_inst_id_ IN ({instances})"),
                List.of("act_hi_ext_task_log", "id_", "proc_inst_id_ IN ({instances})"));
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void aDeletionIsFound(List<String> deletion) throws SQLException {
        Row row = row(deletion.get(0), deletion.get(1), deletion.get(2));
        keep(row);
        try {
            assertThat(console.run("DELETE FROM " + row.table() + " WHERE " + row.where()))
                    .isEqualTo(1);
            assertThat(findings("表中的行")).singleElement().satisfies(finding -> {
                assertThat(finding.where()).isEqualTo(row.table() + " " + row.key());
                assertThat(finding.what()).startsWith("已被删除，不是由本系统删除的");
            });
        } finally {
            console.run("INSERT INTO " + row.table() + " SELECT * FROM kept_row");
            forget();
        }
        assertThat(findings("表中的行")).isEmpty();
    }

    @Test
    void rowsThatWereInsertedAreFound() throws SQLException {
        String step = invent(
                row("deduction_step", "id", "deduction_id IN (SELECT id FROM deduction WHERE binding_id = {lot})"),
                "id",
                "-4711");
        String task = invent(row("act_hi_taskinst", "id_", "proc_inst_id_ IN ({instances})"), "id_", "'forged-task'");
        String operation =
                invent(row("act_hi_varinst", "id_", "proc_inst_id_ IN ({instances})"), "id_", "'forged-variable'");
        try {
            assertThat(strangers())
                    .extracting(Finding::where)
                    .containsExactlyInAnyOrder(
                            "deduction_step -4711", "act_hi_taskinst forged-task", "act_hi_varinst forged-variable");
        } finally {
            for (String undo : List.of(step, task, operation)) {
                console.run(undo);
            }
        }
    }

    /** Returns how it is undone. */
    private String invent(Row row, String keyColumn, String key) throws SQLException {
        keep(row);
        console.run("UPDATE kept_row SET " + keyColumn + " = " + key);
        console.run("INSERT INTO " + row.table() + " SELECT * FROM kept_row");
        forget();
        return "DELETE FROM " + row.table() + " WHERE " + keyColumn + " = " + key;
    }

    /** Two steps change their places: each has what the other had. */
    @Test
    void rowsThatWereReorderedAreFound() throws SQLException {
        String steps = "SELECT {key} FROM deduction_step WHERE deduction_id IN"
                + " (SELECT id FROM deduction WHERE binding_id = " + lot.id() + ")";
        swap(
                "deduction_step",
                "id",
                console.ask(steps.replace("{key}", "MIN(id)")),
                console.ask(steps.replace("{key}", "MAX(id)")),
                "-1");
        String activities = "SELECT {key} FROM act_hi_actinst WHERE proc_inst_id_ IN (" + instances() + ")";
        swap(
                "act_hi_actinst",
                "id_",
                quoted(console.ask(activities.replace("{key}", "MIN(id_)"))),
                quoted(console.ask(activities.replace("{key}", "MAX(id_)"))),
                "'nobody'");
    }

    private void swap(String table, String column, String one, String other, String between) throws SQLException {
        assertThat(one).isNotEqualTo(other);
        rename(table, column, one, other, between);
        try {
            assertThat(findings("表中的行"))
                    .extracting(Finding::where)
                    .containsExactlyInAnyOrder(
                            table + " " + one.replace("'", ""), table + " " + other.replace("'", ""));
        } finally {
            rename(table, column, one, other, between);
        }
    }

    private void rename(String table, String column, String one, String other, String between) throws SQLException {
        String sql = "UPDATE " + table + " SET " + column + " = %s WHERE " + column + " = %s";
        console.run(sql.formatted(between, one));
        console.run(sql.formatted(one, other));
        console.run(sql.formatted(other, between));
    }

    // the chain itself

    @Test
    void anEntryThatWasMadeToFitIsNamed() throws SQLException {
        String block = console.ask("SELECT MAX(block_no) FROM seal_entry WHERE row_key = '" + lot.id() + "'");
        String where = " WHERE block_no = " + block + " AND position = 1";
        String state = console.ask("SELECT state FROM seal_entry" + where);
        console.run("UPDATE seal_entry SET state = '" + "A".repeat(43) + "'" + where);
        try {
            assertThat(findings("哈希链")).singleElement().satisfies(finding -> assertThat(finding.where())
                    .startsWith("第 " + block + " 块第 1 条"));
        } finally {
            console.run("UPDATE seal_entry SET state = '" + state + "'" + where);
        }
        assertThat(findings("哈希链")).isEmpty();
    }

    @Test
    void entriesThatChangedPlacesAndOnesThatAreMissingAreNamed() throws SQLException {
        String block = console.ask("SELECT MAX(no) FROM seal_block WHERE entries > 2 AND no > "
                + seals.last().orElseThrow().lastBlock());
        String position = "UPDATE seal_entry SET position = %d WHERE block_no = " + block + " AND position = %d";
        move(position, 1, 2);
        assertThat(findings("哈希链"))
                .extracting(Finding::where)
                .allMatch(where -> where.startsWith("第 " + block + " 块第 1 条"));
        move(position, 1, 2);
        console.run(position.formatted(-2, 2));
        assertThat(findings("哈希链"))
                .extracting(Finding::where)
                .singleElement()
                .asString()
                .startsWith("第 " + block + " 块第");
        console.run(position.formatted(2, -2));
        assertThat(findings("哈希链")).isEmpty();
    }

    private void move(String position, int one, int other) throws SQLException {
        console.run(position.formatted(-1, one));
        console.run(position.formatted(one, other));
        console.run(position.formatted(other, -1));
    }

    /** Last: the chain does not forget it. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aFactThatNoNodeWroteIsRefusedAndNamed() throws SQLException {
        console.run("INSERT INTO seal_fact (touched, mac) VALUES ('deduction" + "\t" + "1', 'forged')");
        assertThat(findings("链尾签名")).singleElement().satisfies(finding -> {
            assertThat(finding.where()).contains("deduction 1");
            assertThat(finding.what()).contains("没有本系统的密钥");
        });
    }

    @Test
    void aHeadThatNoNodeSignedIsNamed() throws SQLException {
        String signature = console.ask("SELECT signature FROM seal_head");
        console.run("UPDATE seal_head SET signature = '" + "A".repeat(86) + "=='");
        assertThat(findings("链尾签名")).anyMatch(finding -> finding.what().equals("签名无效"));
        console.run("UPDATE seal_head SET signature = '" + signature + "'");
    }

    @Test
    void aBrokenSealIsNamed() throws SQLException {
        String no = console.ask("SELECT MAX(no) FROM seal_day");
        String entries = console.ask("SELECT entries FROM seal_day WHERE no = " + no);
        console.run("UPDATE seal_day SET entries = entries + 1 WHERE no = " + no);
        assertThat(findings("日封")).singleElement().satisfies(finding -> {
            assertThat(finding.where()).endsWith("（第 " + no + " 号）");
            assertThat(finding.what()).startsWith("签名无效");
        });
        console.run("UPDATE seal_day SET entries = " + entries + " WHERE no = " + no);
        assertThat(findings("日封")).isEmpty();
    }

    private List<Finding> strangers() {
        return result(SealScope.WHOLE, "外来的行");
    }

    private List<Finding> findings(String check) {
        return result(SINCE, check);
    }

    private List<Finding> result(SealScope scope, String check) {
        return verification.run(scope).stream()
                .filter(result -> result.check().equals(check))
                .flatMap(result -> result.findings().stream())
                .toList();
    }

    private Row row(String table, String key, String condition) throws SQLException {
        String where = condition
                .replace("{no}", no)
                .replace("{lot}", String.valueOf(lot.id()))
                .replace("{code}", lot.lotCode())
                .replace("{instances}", instances());
        String value = console.ask("SELECT MIN(" + key + ") FROM " + table + " WHERE " + where);
        assertThat(value).as(table).isNotNull();
        String one = key.equals("id_") || table.equals("document") ? quoted(value) : value;
        String name = table.equals("application_revision") ? no + "/" + value : value;
        return new Row(table, name, where + " AND " + key + " = " + one);
    }

    private String instances() {
        return "SELECT p.id_ FROM act_hi_procinst p WHERE p.business_key_ LIKE '" + no + "%'";
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private void keep(Row row) throws SQLException {
        console.run("CREATE TABLE kept_row AS SELECT * FROM " + row.table() + " WHERE " + row.where());
    }

    private void forget() throws SQLException {
        console.run("DROP TABLE kept_row");
    }
}

package cn.citybrain.parking.onboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.access.engine.SharedTenants;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What isolation costs: a reviewer's task list, the board and the list of applications over HTTP with 20 tenants, then with
 * 2,000 in the same run and the same open tasks. {@code mvn -Pbench test} runs it on H2 and on PostgreSQL; the lower
 * deciles and their ratios are printed and written to {@code target/bench/}.
 */
@OnboardingTest
class TenantsBench {

    /** Sees as much as a reviewer, but as a member of every tenant: what the engine would do without {@link SharedTenants}. */
    private static final String BOUND = "bench-bound";

    private static final int FEW = 20;
    private static final int MANY = 2000;
    private static final int TASKS = 300;
    private static final int LOTS_OF_THE_FEW = 15;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 41;

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    Memberships memberships;

    @Autowired
    UserAccounts accounts;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Test
    void measure() throws IOException {
        accounts.add(BOUND, "压", "测", DemoWorld.PASSWORD, List.of(Role.LOT_OPERATOR.group()), List.of());
        companies(0, FEW, LOTS_OF_THE_FEW);
        for (int i = 0; i < TASKS; i++) {
            openTask(i % FEW, i);
        }
        deciles(); // the JVM gets warm
        Map<String, Double> few = deciles();
        companies(FEW, MANY, 1);
        Map<String, Double> many = deciles();
        report(few, many);
        assertThat(many.get("any task")).isLessThan(many.get("any task, by IN list"));
    }

    private Map<String, Double> deciles() {
        Browser reviewer = Browser.of(port, "reviewer");
        Browser bound = Browser.of(port, BOUND);
        Map<String, Supplier<Integer>> calls = new LinkedHashMap<>();
        calls.put(
                "task list, 20 of " + TASKS, () -> reviewer.get("/api/worklist").statusCode());
        calls.put("task counts", () -> reviewer.get("/api/worklist/counts").statusCode());
        String newest = "task?sortBy=created&sortOrder=desc&maxResults=15";
        calls.put("any task", () -> reviewer.engine(newest).statusCode());
        calls.put("any task, by IN list", () -> bound.engine(newest).statusCode());
        calls.put("any count", () -> reviewer.engine("task/count").statusCode());
        calls.put("any count, by IN list", () -> bound.engine("task/count").statusCode());
        calls.put("who am I", () -> reviewer.get("/api/session").statusCode());
        calls.put("board", () -> reviewer.get("/api/board").statusCode());
        calls.put("applications", () -> reviewer.get("/api/applications").statusCode());
        return measured(calls);
    }

    /** All calls in turn, round after round, so that whatever else the machine does hits each alike; the lower decile. */
    private static Map<String, Double> measured(Map<String, Supplier<Integer>> calls) {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            boolean counts = round >= WARM_UP;
            calls.forEach((name, call) -> {
                long start = System.nanoTime();
                assertThat(call.get()).as(name).isEqualTo(200);
                double taken = (System.nanoTime() - start) / 1e6;
                List<Double> all = millis.computeIfAbsent(name, key -> new ArrayList<>());
                if (counts) {
                    all.add(taken);
                }
            });
        }
        Map<String, Double> deciles = new LinkedHashMap<>();
        millis.forEach((name, all) -> deciles.put(
                name, all.stream().sorted().skip(ROUNDS / 10).findFirst().orElseThrow()));
        return deciles;
    }

    private static void report(Map<String, Double> few, Map<String, Double> many) throws IOException {
        StringBuilder text = new StringBuilder("%s: ms (lower decile) with %d and %,d tenants, ratio%n"
                .formatted(TestDatabase.onPostgres() ? "PostgreSQL" : "H2", FEW, MANY));
        few.forEach((call, millis) -> text.append(
                "  %-24s %8.1f %8.1f   %5.2f%n".formatted(call, millis, many.get(call), many.get(call) / millis)));
        System.out.print(text);
        Path file = Path.of("target/bench/tenants-" + (TestDatabase.onPostgres() ? "postgresql" : "h2") + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void companies(int from, int to, int lots) {
        for (int i = from; i < to; i++) {
            Merchant merchant =
                    merchants.add("bench" + i, "压测停车公司" + i, "BENCH%013d".formatted(i), "bench" + i + "@example.com");
            application(i, "BENCHA" + i, "TESTING");
            jdbc.sql("INSERT INTO receiving_account (merchant_id, channel, application_no, account_number,"
                            + " state, opened_at) VALUES (?, 'wechatpay', ?, 'x', 'ACTIVE', ?)")
                    .params(merchant.id(), "BENCHA" + i, OffsetDateTime.now())
                    .update();
            for (int lot = 0; lot < lots; lot++) {
                lot(merchant, i, lot);
            }
        }
        memberships.align();
        for (int i = from; i < to; i++) {
            identity.createTenantUserMembership("bench" + i, BOUND);
        }
    }

    private void lot(Merchant merchant, int company, int number) {
        String code = "BENCH%05d%03d".formatted(company, number);
        jdbc.sql("INSERT INTO parking_lot (code, name, address, space_count, merchant_id) VALUES (?, ?, '文三路', 100, ?)")
                .params(code, "压测停车场" + code, merchant.id())
                .update();
        jdbc.sql("INSERT INTO lot_binding (lot_id, channel, account_id, application_no, list_position, state,"
                        + " channel_reference, channel_lot_id, configured_at, active_key) SELECT l.id,"
                        + " 'wechatpay', a.id, a.application_no, ?, 'TESTING', '', '', ?, l.code FROM parking_lot"
                        + " l JOIN receiving_account a ON a.merchant_id = l.merchant_id WHERE l.code = ?")
                .params(number, OffsetDateTime.now(), code)
                .update();
    }

    private void openTask(int company, int number) {
        String no = "BENCHT" + number;
        application(company, no, "SUBMITTED");
        runtime.startProcessInstanceByKey("wechatpay-onboarding", Map.of("applicationNo", no));
    }

    private void application(int company, String no, String state) {
        jdbc.sql("INSERT INTO application (no, channel, merchant_id, tenant_id, state, revision, draft, draft_version,"
                        + " created_by, created_at, submitted_by) SELECT ?, 'wechatpay', id, tenant_id, ?, 1, '', 0, 'bench', ?,"
                        + " 'bench' FROM merchant WHERE tenant_id = ?")
                .params(no, state, OffsetDateTime.now(), "bench" + company)
                .update();
    }
}

package cn.citybrain.parking.onboarding.audit.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.wire.FinishedApplications;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * A city after years: 100,000 finished applications with their history, on PostgreSQL. What an auditor's questions are answered
 * in over HTTP. {@code mvn -Pbench test -Dtest=AuditBench}, with {@code -Dbench.applications=10000} for fewer; it needs 25 GB of
 * disk for 100,000. Printed and written to {@code target/bench/}.
 */
@OnboardingTest
@DirtiesContext
class AuditBench {

    private static final int APPLICATIONS = Integer.getInteger("bench.applications", 100_000);
    private static final int WARM_UP = 3;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 40);
    private static final double LIMIT = 1000;
    private static final String MONTH = "from=2025-06-01&to=2025-06-30";

    /** What a call costs that reads nothing of all this: the measure of the machine. */
    private static final String WHO_AM_I = "/api/session";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    private final StringBuilder text = new StringBuilder();

    @Test
    void measure() throws IOException, SQLException {
        Assumptions.assumeTrue(TestDatabase.onPostgres(), "the history of years is kept on PostgreSQL");
        List<String> originals = new ArrayList<>(FinishedApplications.play(app));
        ProcessBench bench = new ProcessBench(app);
        ChargedTwice twice = ChargedTwice.play(app, bench);
        String refused = bench.apply();
        bench.refuse(refused, "资料不全");
        bench.close();
        Map<String, Integer> copies = new LinkedHashMap<>();
        int rare = APPLICATIONS / 50;
        originals.forEach(number -> copies.put(number, (APPLICATIONS - 2 * rare) / originals.size()));
        copies.put(twice.lot().applicationNo(), rare);
        copies.put(refused, rare);
        long start = System.nanoTime();
        // past the seal: millions of copied rows are nobody's story
        CopiedHistory.make(database.unwrap(HikariDataSource.class), copies);
        text.append("PostgreSQL: %,d applications, %,d rows of the engine's history, copied in %.0f s, %s%n"
                .formatted(count("application"), history(), (System.nanoTime() - start) / 1e9, size()));
        Map<String, Double> slowest = calls(searches(twice, copies), WARM_UP, ROUNDS);
        slowest.putAll(calls(parts(twice), WARM_UP, ROUNDS));
        calls(figures(), 0, 1);
        write();
        slowest.forEach((call, p95) -> assertThat(p95).as(call + ", ms").isLessThan(LIMIT));
    }

    private Map<String, String> searches(ChargedTwice twice, Map<String, Integer> copies) {
        Deduction charge = twice.charged();
        String copied = twice.lot().applicationNo() + "000007";
        int place = List.copyOf(copies.keySet()).indexOf(twice.lot().applicationNo());
        String plate = one("SELECT " + CopiedColumns.plate("(n * " + copies.size() + " + " + place + ")")
                + " FROM generate_series(7, 7) g(n)");
        String bill = digested(charge.billNo());
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("who am I", WHO_AM_I);
        search(searches, "everything, first page", "");
        search(searches, "everything, last page", "page=" + count("application") / 20);
        search(searches, "by company", "sort=company");
        search(searches, "by end", "sort=-ended");
        search(searches, "number", "number=" + copied);
        search(searches, "part of a number", "number=00123");
        search(searches, "company", "company=" + encode("城市停车321"));
        search(searches, "channel", "channel=wechatpay");
        search(searches, "lot by code", "lot=CITY007654");
        search(searches, "lot by name", "lot=" + encode("停车场765"));
        search(searches, "plate", "plate=" + encode(plate));
        search(searches, "part of a plate", "plate=" + plate.substring(3));
        search(searches, "one of 20 reviewers", "person=reviewer-test-7");
        search(searches, "a supervisor", "person=supervisor2-test-3");
        search(searches, "bill", "bill=" + bill);
        search(searches, "the channel's number", "transaction=" + digested("TX" + charge.outTradeNo()));
        search(searches, "running", "state=RUNNING");
        search(searches, "refused", "outcome=REFUSED");
        search(searches, "a month", MONTH);
        for (Mark mark : Mark.values()) {
            search(searches, "with " + mark, "with=" + mark);
        }
        search(
                searches,
                "channel, month, company, dispute",
                "channel=wechatpay&with=dispute&company=" + encode("城市") + "&" + MONTH);
        String day = one(
                "SELECT to_char(s.entered_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') FROM stay s WHERE s.uid = '"
                        + digested(charge.uid()) + "'");
        searches.put("a plate and a day", "visits?plate=" + encode(plate) + "&day=" + day);
        assertThat(Browser.json(Browser.of(port, "auditor").get("/api/audit/" + searches.get("a plate and a day")))
                        .findValuesAsText("applicationNo"))
                .contains(copied);
        return searches;
    }

    private static void search(Map<String, String> searches, String name, String conditions) {
        searches.put(name, "applications?" + conditions);
    }

    /** An application among all these. */
    private static Map<String, String> parts(ChargedTwice twice) {
        String number = twice.lot().applicationNo();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("an application", "applications/" + number);
        for (String part : List.of("timeline", "revisions", "papers", "deductions", "diagrams")) {
            parts.put("its " + part, "applications/" + number + "/" + part);
        }
        return parts;
    }

    /** What is not asked for often, and what is kept once it was counted. */
    private static Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        search(figures, "everybody who reviewed, in all", "person=" + encode("压测reviewer"));
        figures.put("a month as CSV", "applications.csv?" + MONTH);
        figures.put("all processes", "definitions");
        figures.put("figures of a channel's process", "definitions/wechatpay-onboarding");
        figures.put("figures of the gate", "definitions/test-deduction-gate");
        figures.put("figures of the gate, kept", "definitions/test-deduction-gate?version=");
        return figures;
    }

    /** p95 in milliseconds. */
    private Map<String, Double> calls(Map<String, String> addresses, int warmUp, int rounds) {
        Browser auditor = Browser.of(port, "auditor");
        Map<String, Double> slow = new LinkedHashMap<>();
        addresses.forEach((name, address) -> {
            List<Double> all = new ArrayList<>();
            HttpResponse<String> answer = null;
            for (int round = 0; round < warmUp + rounds; round++) {
                long start = System.nanoTime();
                answer = auditor.get(address.startsWith("/") ? address : "/api/audit/" + address);
                if (round >= warmUp) {
                    all.add((System.nanoTime() - start) / 1e6);
                }
            }
            List<Double> sorted = all.stream().sorted().toList();
            double p95 = sorted.get((int) Math.ceil(rounds * 0.95) - 1);
            text.append("  %-36s median %7.1f ms, p95 %7.1f ms  %s%n"
                    .formatted(name, sorted.get(rounds / 2), p95, outcome(answer)));
            slow.put(name, p95);
        });
        return slow;
    }

    private static String outcome(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            return "status " + answer.statusCode();
        }
        return answer.body().startsWith("{\"rows\"")
                ? Browser.json(answer).path("total").asLong() + " found"
                : answer.body().length() + " characters";
    }

    private void write() throws IOException {
        System.out.print(text);
        Path file = Path.of("target/bench/audit-postgresql.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String digested(String number) {
        return one("SELECT " + CopiedColumns.digest("'" + number + "'") + " FROM generate_series(7, 7) g(n)");
    }

    private long history() {
        return jdbc
                .sql("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'act_hi_%'")
                .query(String.class)
                .list()
                .stream()
                .mapToLong(this::count)
                .sum();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private String size() {
        return one("SELECT pg_size_pretty(pg_database_size(current_database()))");
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

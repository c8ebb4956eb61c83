package cn.citybrain.parking.onboarding.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.RunStatements;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.register.ReceivingAccountList;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.merchant.Reach;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 100,000 applications of 500 companies with 10,000 lots: how long the page 收款账户 takes to search them over HTTP, and on
 * PostgreSQL how it goes about it. {@code mvn -Pbench test}; printed and written to {@code target/bench/}.
 */
@OnboardingTest
class AccountsBench {

    private static final int APPLICATIONS = Integer.getInteger("bench.applications", 100_000);
    private static final int COMPANIES = 500;
    private static final int LOTS = 10_000;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 21;
    /** Above every id that the application gave out. */
    private static final long FIRST = 10_000_000;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestDrafts drafts;

    @Autowired
    FieldCipher cipher;

    @Autowired
    ReceivingAccountList list;

    @Test
    void measure() throws IOException {
        fill();
        StringBuilder text = new StringBuilder(
                "%s: %,d applications%n".formatted(TestDatabase.onPostgres() ? "PostgreSQL" : "H2", APPLICATIONS));
        Map<String, Double> medians = new LinkedHashMap<>();
        for (String search : List.of("", "基准", "基准停车场", "微信", "BENCH", "BENCH4321", "第 321 公司", "BL4321", "没有这样的")) {
            List<Double> all = millis("/api/accounts?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
            medians.put(search, all.get(ROUNDS / 2));
            text.append("  %-16s median %7.1f ms, slowest %7.1f ms%n"
                    .formatted("“" + search + "”", all.get(ROUNDS / 2), all.get(ROUNDS - 1)));
        }
        System.out.print(text);
        if (TestDatabase.onPostgres()) {
            text.append(plans());
        }
        Path file = Path.of("target/bench/accounts-" + (TestDatabase.onPostgres() ? "postgresql" : "h2") + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        medians.forEach((search, median) -> assertThat(median).as(search).isLessThan(1000));
    }

    private List<Double> millis(String path) {
        Browser browser = Browser.of(port, "reviewer");
        List<Double> all = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = System.nanoTime();
            assertThat(browser.get(path).statusCode()).isEqualTo(200);
            if (round >= WARM_UP) {
                all.add((System.nanoTime() - start) / 1e6);
            }
        }
        return all.stream().sorted().toList();
    }

    private String plans() {
        ReceivingAccountList.Filter everything =
                new ReceivingAccountList.Filter(new Reach(true, Set.of(), Set.of()), false, Optional.empty());
        StringBuilder text = new StringBuilder("\n");
        for (String search : List.of("", "基准停车场", "BENCH4321")) {
            RunStatements.of(() -> list.find(everything, new Wanted(search, 1, 20)))
                    .forEach(statement -> text.append("== ")
                            .append(search)
                            .append("\n")
                            .append(statement.sql())
                            .append("\n")
                            .append(statement.plan(jdbc))
                            .append("\n\n"));
        }
        return text.toString();
    }

    /** Copies of one draft; half of them live, each with two lots. */
    private void fill() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        String one = drafts.create(Channel.WECHATPAY, "hubin", "hubin");
        String draft = jdbc.queryForObject("SELECT draft FROM application WHERE no = ?", String.class, one);
        batch(COMPANIES, "INSERT INTO merchant (id, tenant_id, name, uscc, contact_email) VALUES (?, ?, ?, ?, '')", n ->
                new Object[] {FIRST + n, "bench-" + n, "基准第 " + n + " 公司", "B" + n});
        batch(
                LOTS,
                "INSERT INTO parking_lot (id, code, name, address, space_count, merchant_id)"
                        + " VALUES (?, ?, ?, '', 1, ?)",
                n -> new Object[] {FIRST + n, "BL" + n, "基准停车场 " + n, FIRST + n % COMPANIES});
        batch(
                APPLICATIONS,
                "INSERT INTO application (id, no, channel, merchant_id, tenant_id, state, revision, draft,"
                        + " draft_version, created_by, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, 1, ?, 1, 'hubin', ?, ?)",
                n -> new Object[] {
                    FIRST + n,
                    "BENCH" + n,
                    Channel.values()[(int) (n % Channel.values().length)].code(),
                    FIRST + n % COMPANIES,
                    "bench-" + n % COMPANIES,
                    n % 2 == 0 ? "DONE" : "SUBMITTED",
                    draft,
                    now,
                    now
                });
        batch(
                APPLICATIONS,
                "INSERT INTO receiving_account (id, merchant_id, channel, application_no, account_number,"
                        + " state, opened_at) VALUES (?, ?, 'wechatpay', ?, ?, ?, ?)",
                n -> new Object[] {
                    FIRST + n,
                    FIRST + n % COMPANIES,
                    "BENCH" + n,
                    cipher.encrypt("6222021234", "receiving_account.account_number/BENCH" + n),
                    n % 2 == 0 ? "LIVE" : "APPLYING",
                    now
                });
        batch(
                2 * APPLICATIONS,
                "INSERT INTO lot_binding (id, lot_id, channel, account_id, application_no,"
                        + " list_position, state, channel_reference, channel_lot_id, configured_at)"
                        + " VALUES (?, ?, 'wechatpay', ?, ?, ?, 'LIVE', '', '', ?)",
                n -> new Object[] {FIRST + n, FIRST + n % LOTS, FIRST + n / 2, "BENCH" + n / 2, n % 2, now});
        if (TestDatabase.onPostgres()) {
            jdbc.execute("ANALYZE");
        }
    }

    private interface Row {
        Object[] of(long n);
    }

    private void batch(int size, String sql, Row row) {
        for (long from = 0; from < size; from += 5000) {
            jdbc.batchUpdate(
                    sql,
                    LongStream.range(from, Math.min(size, from + 5000))
                            .mapToObj(row::of)
                            .toList());
        }
    }
}

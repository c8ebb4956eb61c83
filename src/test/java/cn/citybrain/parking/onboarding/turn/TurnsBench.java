package cn.citybrain.parking.onboarding.turn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.RunStatements;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.LotList;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 100,000 applications under way with as many lots, tasks and waits: how long a page of 100 lots takes to say whose turn it
 * is, how long a vendor with 200 lots at ten gates each waits for the count of those that wait for the vendor, and on
 * PostgreSQL how it goes about it. {@code mvn -Pbench test}; written to {@code target/bench/}.
 */
@OnboardingTest
class TurnsBench {

    private static final int SIZE = Integer.getInteger("bench.applications", 100_000);
    private static final int LOTS = Integer.getInteger("bench.lots", 10_000);
    private static final int ROUNDS = 15;
    private static final int PAGE = 100;
    private static final int VENDORS_LOTS = 200;
    /** Nothing, what all have, one lot, one application, a step at a channel. */
    private static final List<String> SOUGHT = List.of("", "停车", "BT77", "BENCHTURN77", "受理 微信");
    /** Above every id that the application gave out. */
    private static final long FIRST = 20_000_000;

    private static final Actor READER = new Actor("supervisor", "", Set.of("ops-supervisor"), Set.of());
    private static final Actor VENDOR = new Actor("bench", "", Set.of("lot-vendor", "vendor-bench-turn"), Set.of());

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    LotBindings bindings;

    @Autowired
    Turns turns;

    @Autowired
    WaitingLots waiting;

    @Autowired
    LotList list;

    @Test
    void measure() throws IOException {
        fill();
        List<LotBinding> page = bindings.byIds(
                LongStream.range(0, PAGE).map(n -> FIRST + n * 7).boxed().toList());
        List<String> numbers = page.stream().map(LotBinding::applicationNo).toList();
        StringBuilder text = new StringBuilder(
                "%s: %,d applications%n".formatted(TestDatabase.onPostgres() ? "PostgreSQL" : "H2", SIZE));
        double lots = median(() -> turns.ofLots(READER, page));
        text.append("  %d lots          median %7.1f ms%n".formatted(PAGE, lots));
        text.append(
                "  %d applications  median %7.1f ms%n".formatted(PAGE, median(() -> turns.ofNumbers(READER, numbers))));
        double count = median(() -> waiting.of(VENDOR));
        text.append("  a vendor's %d    median %7.1f ms, %.1f x a page of lots%n"
                .formatted(waiting.of(VENDOR).size(), count, count / lots));
        for (String sought : SOUGHT) {
            text.append("  lots by '%s'  vendor %7.1f ms, supervisor %7.1f ms (medians)%n"
                    .formatted(sought, median(() -> list(VENDOR, sought)), median(() -> list(READER, sought))));
        }
        System.out.print(text);
        if (TestDatabase.onPostgres()) {
            RunStatements.of(() -> {
                        turns.ofLots(READER, page);
                        turns.ofNumbers(READER, numbers);
                        waiting.of(VENDOR);
                        SOUGHT.forEach(sought -> list(VENDOR, sought));
                        SOUGHT.forEach(sought -> list(READER, sought));
                    })
                    .forEach(statement -> text.append("== ")
                            .append(statement.sql().replaceAll("(\\?, )+", "..., "))
                            .append("\n")
                            .append(statement.plan(jdbc))
                            .append("\n\n"));
        }
        Path file = Path.of("target/bench/turns-" + (TestDatabase.onPostgres() ? "postgresql" : "h2") + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(waiting.of(VENDOR)).hasSize(VENDORS_LOTS);
    }

    private void list(Actor reader, String sought) {
        list.find(
                reader.reach(),
                new Wanted(sought, 1, 20),
                Optional.empty(),
                Map.of("wechatpay", "微信支付"),
                List.of("SUBMITTED"));
    }

    private static double median(Runnable work) {
        return LongStream.range(0, ROUNDS)
                .mapToDouble(round -> {
                    long start = System.nanoTime();
                    work.run();
                    return (System.nanoTime() - start) / 1e6;
                })
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Each application has a lot at a gate that waits for its record, and a task of the supervisors about it. */
    private void fill() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        String gate = jdbc.queryForObject(
                "SELECT max(ID_) FROM ACT_RE_PROCDEF WHERE KEY_ = 'test-deduction-gate'", String.class);
        batch(
                1,
                "INSERT INTO merchant (id, tenant_id, name, uscc, contact_email) VALUES (?, 'bench-turn', ?, 'BT', '')",
                n -> new Object[] {FIRST, "基准公司"});
        batch(
                LOTS,
                "INSERT INTO parking_lot (id, code, name, address, space_count, merchant_id) VALUES (?, ?, ?, '', 1, ?)",
                n -> new Object[] {FIRST + n, "BT" + n, "基准停车场 " + n, FIRST});
        batch(1, "INSERT INTO vendor (group_id, name, contact_email) VALUES (?, ?, '')", n ->
                new Object[] {"vendor-bench-turn", "基准技术方"});
        batch(
                VENDORS_LOTS,
                "INSERT INTO vendor_assignment (id, lot_id, active_lot_id, vendor_group, assigned_by, assigned_at)"
                        + " VALUES (?, ?, ?, 'vendor-bench-turn', 'x', ?)",
                n -> new Object[] {FIRST + n, FIRST + n, FIRST + n, now});
        batch(
                SIZE,
                "INSERT INTO application (id, no, channel, merchant_id, tenant_id, state, revision, draft, draft_version,"
                        + " created_by, created_at, changed_at) VALUES (?, ?, ?, ?, 'bench-turn', 'TESTING', 1, '{}', 1, 'hubin', ?, ?)",
                n -> new Object[] {
                    FIRST + n, no(n), Channel.values()[(int) (n % Channel.values().length)].code(), FIRST, now, now
                });
        batch(
                SIZE,
                "INSERT INTO receiving_account (id, merchant_id, channel, application_no, account_number, state, opened_at)"
                        + " VALUES (?, ?, 'wechatpay', ?, ?, 'APPLYING', ?)",
                n -> new Object[] {FIRST + n, FIRST, no(n), "x" + n, now});
        batch(
                SIZE,
                "INSERT INTO lot_binding (id, lot_id, channel, account_id, application_no, list_position, state,"
                        + " channel_reference, channel_lot_id, configured_at) VALUES (?, ?, 'wechatpay', ?, ?, 0, 'TESTING', '', '', ?)",
                n -> new Object[] {FIRST + n, FIRST + n % LOTS, FIRST + n, no(n), now});
        batch(
                SIZE,
                "INSERT INTO ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, ROOT_PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, ACT_ID_,"
                        + " IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_, SUSPENSION_STATE_, CACHED_ENT_STATE_, SEQUENCE_COUNTER_)"
                        + " VALUES (?, 1, ?, ?, ?, ?, 'receiveTask_awaitRecord', TRUE, FALSE, TRUE, FALSE, 1, 0, 1)",
                n -> new Object[] {id(n), id(n), id(n), no(n) + "-BT" + n % LOTS, gate});
        batch(
                SIZE,
                "INSERT INTO ACT_RU_VARIABLE (ID_, REV_, TYPE_, NAME_, EXECUTION_ID_, PROC_INST_ID_, LONG_, VAR_SCOPE_,"
                        + " SEQUENCE_COUNTER_, IS_CONCURRENT_LOCAL_) VALUES (?, 1, 'long', 'bindingId', ?, ?, ?, ?, 1, FALSE)",
                n -> new Object[] {id(n), id(n), id(n), FIRST + n, id(n)});
        batch(
                SIZE,
                "INSERT INTO ACT_RU_EVENT_SUBSCR (ID_, REV_, EVENT_TYPE_, EVENT_NAME_, EXECUTION_ID_, PROC_INST_ID_, ACTIVITY_ID_,"
                        + " CREATED_) VALUES (?, 1, 'message', 'recordArrived', ?, ?, 'receiveTask_awaitRecord', CURRENT_TIMESTAMP)",
                n -> new Object[] {id(n), id(n), id(n)});
        batch(
                SIZE,
                "INSERT INTO ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_, PRIORITY_,"
                        + " CREATE_TIME_, SUSPENSION_STATE_) VALUES (?, 1, ?, ?, ?, '核实扣款结果', 'userTask_clarifyDeduction', 50,"
                        + " CURRENT_TIMESTAMP, 1)",
                n -> new Object[] {id(n), id(n), id(n), gate});
        batch(
                SIZE,
                "INSERT INTO ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_) VALUES (?, 1, 'ops-supervisor', 'candidate', ?)",
                n -> new Object[] {id(n), id(n)});
        batch(
                SIZE,
                "INSERT INTO deduction (id, version, binding_id, bill_id, attempt_no, out_trade_no, channel, lot_code, uid, bill_no,"
                        + " amount, state, sends, queries, note, created_at, decided_at) VALUES (?, 0, ?, ?, 1, ?, 'wechatpay', ?, 'u',"
                        + " 'b', 500, 'FAILED', 1, 0, '', ?, ?)",
                n -> new Object[] {FIRST + n, FIRST + n, FIRST + n, "BT" + n, "BT" + n % LOTS, now, now});
        batch(
                SIZE,
                "INSERT INTO bill (id, lot_code, uid, bill_no, plate_no, arrived_at, left_at, billed_at, amount, pay_status,"
                        + " received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 500, 0, ?)",
                n -> new Object[] {
                    FIRST + n, "BT" + n % LOTS, "u" + n, "b" + n, "浙A" + 10_000 + n % 50, now, now, now, now
                });
        batch(
                LOTS,
                "INSERT INTO test_vehicle (id, active_key, binding_id, lot_code, channel, plate_no, plate_color, payer_id, agreement,"
                        + " agreement_text, registered_by, registered_at) VALUES (?, ?, ?, ?, 'wechatpay', ?, 1, '', 'SIGNED', '', 'x', ?)",
                n -> new Object[] {FIRST + n, "BT" + n + "|x", FIRST + n, "BT" + n, "浙A" + 10_000 + n % 50, now});
        if (TestDatabase.onPostgres()) {
            jdbc.execute("ANALYZE");
        }
    }

    private static String no(long n) {
        return "BENCHTURN" + n;
    }

    private static String id(long n) {
        return "bench-turn-" + n;
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

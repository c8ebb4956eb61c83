package cn.citybrain.parking.onboarding.figures.overview;

import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company with an operator and a vendor of its own, and facts about it written straight into the tables. */
final class OverviewFacts {

    private static final String PROCEDURE = "wechatpay-onboarding";

    final Merchant company;
    final String operator;
    final String vendor;
    private final String vendorGroup;
    private final ApplicationContext app;
    private final JdbcClient jdbc;
    private final List<String> ids = new ArrayList<>();

    OverviewFacts(ApplicationContext app) {
        this.app = app;
        this.jdbc = app.getBean(JdbcClient.class);
        company = TestMerchants.add(app.getBean(Merchants.class));
        String unique = UUID.randomUUID().toString().substring(0, 8);
        vendorGroup = "vendor-" + unique;
        operator = "op" + unique;
        vendor = "ve" + unique;
        app.getBean(Vendors.class).add(new Vendor(vendorGroup, "技术方" + unique, unique + "@example.com"));
        app.getBean(Memberships.class).align();
        UserAccounts accounts = app.getBean(UserAccounts.class);
        accounts.add(
                operator,
                "总",
                "览",
                DemoWorld.PASSWORD,
                List.of(Role.LOT_OPERATOR.group()),
                List.of(company.tenantId()));
        accounts.add(vendor, "技", "术", DemoWorld.PASSWORD, List.of(Role.LOT_VENDOR.group(), vendorGroup), List.of());
    }

    String application(Channel channel) {
        return new TestDrafts(app).create(channel, company.tenantId(), operator);
    }

    /** A lot of the company, connected by its vendor, bound under an application. */
    long binding(String no, Channel channel) {
        ParkingLot lot = TestMerchants.addLot(app.getBean(ParkingLots.class), company);
        app.getBean(Vendors.class).assign(lot.code(), vendorGroup, "test");
        ReceivingAccounts accounts = app.getBean(ReceivingAccounts.class);
        String number = "6222" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
        accounts.open(company.id(), channel.code(), no, number);
        accounts.activate(no, "sub" + number);
        return app.getBean(cn.citybrain.parking.onboarding.merchant.LotBindings.class)
                .bind(no, List.of(lot.code()))
                .get(0)
                .id();
    }

    void task(String no, String key, String name, String group, Instant created, Instant due, Long binding) {
        String id = id();
        jdbc.sql("INSERT INTO open_task (task_id, name, definition_key, process_key, process_instance_id,"
                        + " application_no, tenant_id, channel, binding_id, candidate_group, created_at, due_at)"
                        + " VALUES (?, ?, ?, 'acceptance', ?, ?, ?, 'wechatpay', ?, ?, ?, ?)")
                .params(id, name, key, id, no, company.tenantId())
                .param(binding)
                .param(group)
                .params(SqlTime.of(created), SqlTime.of(due))
                .update();
    }

    /** The group of the vendor company. */
    String vendorGroup() {
        return vendorGroup;
    }

    void answer(String no, Instant since, Instant expected) {
        jdbc.sql("INSERT INTO awaited_answer (execution_id, instance_id, definition_id, element_id, channel, question,"
                        + " application_no, since, expected_at, next_ask_at)"
                        + " VALUES (?, ?, ?, 'receiveTask_awaitReview', 'wechatpay', 'review', ?, ?, ?, ?)")
                .params(id(), id(), definition(), no)
                .params(SqlTime.of(since), SqlTime.of(expected), SqlTime.of(since))
                .update();
    }

    void decision(String no, String decision, Instant at, boolean used) {
        jdbc.sql("INSERT INTO review_decision (application_no, revision, decision, reason, remarks, confirmed_warnings,"
                        + " decided_by, decided_at, used_at) VALUES (?, 1, ?, '', '{}', '[]', 'reviewer', ?, ?)")
                .params(no, decision, SqlTime.of(at))
                .param(used ? SqlTime.of(at) : null)
                .update();
    }

    void remark(String no, String field, String source, Instant at) {
        jdbc.sql("INSERT INTO field_remark (application_no, revision, field_key, reason, source, author, created_at)"
                        + " VALUES (?, 1, ?, '看不清', ?, 'reviewer', ?)")
                .params(no, field, source, SqlTime.of(at))
                .update();
    }

    void failedDeduction(long binding, String code, String reason, Instant at) {
        jdbc.sql("INSERT INTO deduction (version, binding_id, bill_id, attempt_no, out_trade_no, channel,"
                        + " lot_code, uid, bill_no, amount, state, sends, queries, note, code, reason, created_at,"
                        + " decided_at) VALUES (1, ?, ?, 1, ?, 'wechatpay', 'L', 'U', 'B', 100, 'FAILED', 1, 0,"
                        + " '', ?, ?, ?, ?)")
                .params(
                        binding,
                        900_000_000L
                                + ids.size()
                                + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L))
                .params(id().substring(0, 30), code, reason, SqlTime.of(at), SqlTime.of(at))
                .update();
    }

    /** An instance of WeChat's procedure; {@code end} null while it runs. */
    String instance(String no, Instant start, Instant end) {
        String id = id();
        jdbc.sql("INSERT INTO ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_,"
                        + " START_TIME_, END_TIME_, ROOT_PROC_INST_ID_, TENANT_ID_, STATE_) VALUES (?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, 'ACTIVE')")
                .params(id, id, no, PROCEDURE, definition(), Timestamp.from(start))
                .param(end == null ? null : Timestamp.from(end))
                .params(id, company.tenantId())
                .update();
        return id;
    }

    void pass(String instance, String element, String name, String type, Instant start, Instant end, int state) {
        jdbc.sql("INSERT INTO ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, ROOT_PROC_INST_ID_, PROC_INST_ID_,"
                        + " EXECUTION_ID_, ACT_ID_, ACT_NAME_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, ACT_INST_STATE_,"
                        + " TENANT_ID_) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id(), PROCEDURE, definition(), instance, instance, id(), element, name, type)
                .param(Timestamp.from(start))
                .param(end == null ? null : Timestamp.from(end))
                .param(end == null ? null : Duration.between(start, end).toMillis())
                .params(state, company.tenantId())
                .update();
    }

    void live(long binding, Instant at) {
        jdbc.sql("UPDATE lot_binding SET state = 'LIVE', live_at = ? WHERE id = ?")
                .params(SqlTime.of(at), binding)
                .update();
    }

    Browser browser(int port, String user) {
        return Browser.of(port, user);
    }

    void clean() {
        for (String of : List.of("open_task", "awaited_answer")) {
            jdbc.sql("DELETE FROM " + of + " WHERE application_no IN (SELECT no FROM application WHERE tenant_id = ?)")
                    .param(company.tenantId())
                    .update();
        }
        for (String of : List.of("ACT_HI_ACTINST", "ACT_HI_PROCINST")) {
            jdbc.sql("DELETE FROM " + of + " WHERE TENANT_ID_ = ?")
                    .param(company.tenantId())
                    .update();
        }
        jdbc.sql("DELETE FROM deduction WHERE binding_id IN (SELECT b.id FROM lot_binding b JOIN application a"
                        + " ON a.no = b.application_no WHERE a.tenant_id = ?)")
                .param(company.tenantId())
                .update();
        for (String of : List.of("review_decision", "field_remark")) {
            jdbc.sql("DELETE FROM " + of + " WHERE application_no IN (SELECT no FROM application WHERE tenant_id = ?)")
                    .param(company.tenantId())
                    .update();
        }
    }

    private String definition() {
        return jdbc.sql("SELECT ID_ FROM ACT_RE_PROCDEF WHERE KEY_ = ? ORDER BY VERSION_ DESC FETCH FIRST 1 ROWS ONLY")
                .param(PROCEDURE)
                .query(String.class)
                .single();
    }

    private String id() {
        String id = "ov" + UUID.randomUUID().toString().replace("-", "");
        ids.add(id);
        return id;
    }
}

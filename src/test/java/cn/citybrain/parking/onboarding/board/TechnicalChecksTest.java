package cn.citybrain.parking.onboarding.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ETC asks of a lot's system is ticked off by the lot's own traffic. */
@OnboardingTest
class TechnicalChecksTest {

    private static final String PLATE = "浙A12345";

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @Autowired
    Vendors vendors;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    TestDrafts drafts;

    @Autowired
    LotBindings bindings;

    @Autowired
    JdbcClient jdbc;

    private final OffsetDateTime now = OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void askNothingWhereTheChannelHasNoWordInIt() {
        assertThat(met(underTest(Channel.WECHATPAY))).isEmpty();
    }

    @Test
    void fillThemselvesFromTheTraffic() {
        LotBinding lot = underTest(Channel.ETC);
        assertThat(met(lot)).hasSize(6).containsOnlyKeys(met(lot).keySet()).allSatisfy((title, met) -> assertThat(met)
                .as(title)
                .isEqualTo("null"));

        jdbc.sql(
                        "INSERT INTO stay (lot_code, uid, entry_plate, entered_at, entry_received_at) VALUES (?, 'u1', ?, ?, ?)")
                .params(lot.lotCode(), PLATE, now.minusMinutes(30), now.minusMinutes(30))
                .update();
        assertThat(met(lot)).containsEntry("入场：车牌和颜色", "false").containsEntry("入场：时间", "true");
        assertThat(met(lot)).containsEntry("离场：同一辆车", "null");

        jdbc.sql(
                        "UPDATE stay SET entry_plate_color = 1, exit_plate = ?, left_at = ?, exit_received_at = ? WHERE lot_code = ?")
                .params(PLATE, now.minusMinutes(5), now.minusMinutes(5), lot.lotCode())
                .update();
        bill(lot, now.minusMinutes(31));
        assertThat(met(lot))
                .containsEntry("入场：车牌和颜色", "true")
                .containsEntry("离场：同一辆车", "true")
                .as("another time of entry")
                .containsEntry("扣款申请：与入场、离场一致", "false");

        jdbc.sql("UPDATE bill SET arrived_at = ? WHERE lot_code = ?")
                .params(now.minusMinutes(30), lot.lotCode())
                .update();
        assertThat(met(lot)).containsEntry("扣款申请：与入场、离场一致", "true").containsEntry("扣款：本停车场的终端", "null");

        charged(lot);
        assertThat(met(lot)).containsEntry("扣款：本停车场的终端", "false");
        jdbc.sql("UPDATE deduction SET state = 'SUCCEEDED', reason = NULL WHERE binding_id = ?")
                .param(lot.id())
                .update();
        assertThat(met(lot)).containsEntry("扣款：本停车场的终端", "true");
    }

    private LotBinding underTest(Channel channel) {
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        long hubin = merchants.byTenant("hubin").orElseThrow().id();
        lots.add("T" + unique, "看板" + unique, "文三路 3 号", 10, hubin);
        vendors.assign("T" + unique, "vendor-zhilian", "test");
        String no = drafts.create(channel, "hubin", "hubin");
        accounts.open(hubin, channel.code(), no, "6222" + unique);
        accounts.activate(no, "sub" + unique);
        LotBinding lot = bindings.bind(no, List.of("T" + unique)).get(0);
        bindings.registered(lot.id(), "A", "L");
        bindings.testing(lot.id());
        String vehicle = "{\"plateNo\":\"" + PLATE + "\",\"plateColor\":1}";
        assertThat(Browser.of(port, "zhilian")
                        .call("POST", "/api/bindings/" + lot.id() + "/vehicles", vehicle)
                        .statusCode())
                .isEqualTo(201);
        return lot;
    }

    /** Requirements by title, as the vendor sees them. */
    private Map<String, String> met(LotBinding lot) {
        Map<String, String> met = new LinkedHashMap<>();
        for (JsonNode requirement : Browser.json(Browser.of(port, "zhilian").get("/api/bindings/" + lot.id()))
                .get("requirements")) {
            met.put(requirement.get("title").asText(), requirement.get("met").asText());
        }
        return met;
    }

    private void bill(LotBinding lot, OffsetDateTime arrived) {
        jdbc.sql(
                        "INSERT INTO bill (lot_code, uid, bill_no, plate_no, plate_color, arrived_at, left_at, billed_at, amount,"
                                + " pay_status, received_at) VALUES (?, 'u1', 'b1', ?, 1, ?, ?, ?, 500, 0, ?)")
                .params(lot.lotCode(), PLATE, arrived, now.minusMinutes(5), now, now)
                .update();
    }

    private void charged(LotBinding lot) {
        jdbc.sql(
                        "INSERT INTO deduction (version, binding_id, bill_id, attempt_no, out_trade_no, channel, lot_code, uid,"
                                + " bill_no, amount, state, sends, queries, note, charged_amount, reason, created_at, decided_at)"
                                + " VALUES (0, ?, ?, 1, ?, 'etc', ?, 'u', 'b', 500, 'DISPUTED', 1, 0, '', 500,"
                                + " '扣款与账单不符：终端不一致', ?, ?)")
                .params(lot.id(), -lot.id(), "T" + lot.lotCode(), lot.lotCode(), now, now)
                .update();
    }
}

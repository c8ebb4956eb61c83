package cn.citybrain.parking.onboarding.process.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.CallSeen;
import cn.citybrain.parking.onboarding.parking.call.LotTraffic;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A lot whose client is of 2019 and does all that such clients do oddly becomes live, over HTTP alone. */
@OnboardingTest
class ClientOf2019Test {

    private static final String PLATE = "浙A8J9K0";
    /** As its cameras spell it. */
    private static final String SEEN = "浙·a8j9k0";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'.0'").withZone(ZoneId.of("Asia/Shanghai"));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    ParkingRecords records;

    @Autowired
    LotTraffic traffic;

    WireBench wire;
    LotBinding lot;
    ClientOf2019 client;

    @BeforeEach
    void aGateThatWaitsForARecord() throws Exception {
        wire = new WireBench(app);
        lot = WiredApplication.apply(
                        wire, Channel.WECHATPAY, wire.bench.merchant, List.of(wire.lot(wire.bench.merchant)))
                .until("userTask_bindLots")
                .bind()
                .get(0);
        client = new ClientOf2019(URI.create("http://localhost:" + port), "hz" + lot.lotCode());
        app.getBean(AccessKeys.class).register(lot.lotCode(), client.accessId, client.publicKey(), "vendor-test");
        app.getBean(TestVehicles.class).register(lot.id(), "浙Ａ·8J9K0", 1, "openid-8J9K0", "vendor-test");
        wire.prepared(lot);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void becomesLive() throws Exception {
        takes("uploadHeartbeat", Map.of("parkingCode", lot.lotCode(), "uploadTime", now()));
        takes(
                "uploadParkingState",
                Map.of("parkingCode", lot.lotCode(), "totalBerthNum", 80, "freeBerthNum", -1, "uploadTime", now()));

        String arrived = now();
        String uid = lot.lotCode() + "01" + arrived.replaceAll("\\D", "") + "00";
        takes("uploadCarInData", entry(uid, arrived));
        takes("uploadPhoto", photo(uid, arrived, 1));
        JsonNode promise = takes(
                        "getDeparturePayInfo", Map.of("parkingCode", lot.lotCode(), "plateNo", SEEN, "plateColor", "蓝"))
                .path("data");
        assertThat(promise.path("departurePay").asInt()).isEqualTo(1);
        assertThat(promise.path("plateNo").asText())
                .as("in the lot's own spelling")
                .isEqualTo(SEEN);
        takes(
                "confirmDeparturePayInfo",
                Map.of("requestId", promise.path("requestId").asText(), "success", "true"));

        wire.bench.clock.advance(Duration.ofMinutes(20));
        String left = now();
        takes("uploadCarOutData", exit(uid, arrived, left));
        takes("uploadPhoto", photo(uid, left, 2));
        takes("applyPayment", bill(uid, arrived, left));
        assertThat(records.stay(lot.lotCode(), uid)).hasValueSatisfying(stay -> {
            assertThat(stay.plateNo()).isEqualTo(PLATE);
            assertThat(stay.exitPlateNo()).isEqualTo(PLATE);
            assertThat(stay.entryPhoto() && stay.exitPhoto()).isTrue();
        });
        wire.settle(lot);

        JsonNode result = takes("getPayResult", Map.of("parkingCode", lot.lotCode(), "billID", "B" + uid))
                .path("data");
        assertThat(result.path("payStatus").asInt()).as(result.toString()).isEqualTo(1);
        assertThat(result.path("plateNo").asText()).isEqualTo(SEEN);
        assertThat(result.path("actualPay").asInt()).isEqualTo(500);
        takes("confirmPayResult", Map.of("requestId", result.path("requestId").asText(), "success", true));
        assertThat(wire.state(lot)).isEqualTo(BindingState.LIVE);
        assertThat(wire.moved(lot, PLATE)).hasSize(1);
        assertThat(traffic.of(lot.lotCode())).allMatch(CallSeen::correct);
        assertThat(traffic.of(lot.lotCode()))
                .filteredOn(seen -> seen.call().equals("uploadCarInData"))
                .singleElement()
                .satisfies(seen -> assertThat(seen.lastWarning())
                        .contains("plateColor（车牌颜色）", "freeBerthNum（空闲泊位数）", "parkingType（停车类型）"));
    }

    private Map<String, Object> entry(String uid, String arrived) {
        Map<String, Object> entry = vehicle(uid);
        entry.put("arriveID", "A" + uid);
        entry.put("carType", "小型车");
        entry.put("entryNum", "01");
        entry.put("gateNo", "东门");
        entry.put("operatorCode", "王师傅");
        entry.put("totalBerthNum", 80);
        entry.put("openBerthNum", 80);
        entry.put("freeBerthNum", -1);
        entry.put("arriveTime", arrived);
        entry.put("parkingType", 0);
        entry.put("uploadTime", now());
        return entry;
    }

    private Map<String, Object> exit(String uid, String arrived, String left) {
        Map<String, Object> exit = vehicle(uid);
        exit.put("endID", "E" + uid);
        exit.put("arriveTime", arrived);
        exit.put("endTime", left);
        exit.put("outNum", "02");
        exit.put("entryNum", "01");
        exit.put("parkingType", 0);
        exit.put("shouldpay", 500.0);
        exit.put("chargeFee", 500.0);
        exit.put("dealTime", "");
        exit.put("paidType", 3);
        exit.put("uploadTime", now());
        return exit;
    }

    private Map<String, Object> bill(String uid, String arrived, String left) {
        Map<String, Object> bill = vehicle(uid);
        bill.put("arriveTime", arrived);
        bill.put("endTime", left);
        bill.put("billID", "B" + uid);
        bill.put("billTime", left);
        bill.put("shouldPay", 500.0);
        bill.put("payStatus", 0);
        bill.put("carStock", 1);
        return bill;
    }

    private Map<String, Object> vehicle(String uid) {
        Map<String, Object> vehicle = new LinkedHashMap<>();
        vehicle.put("uid", uid);
        vehicle.put("parkingCode", lot.lotCode());
        vehicle.put("plateNo", SEEN);
        vehicle.put("plateColor", 0);
        return vehicle;
    }

    /** These fields and no other. */
    private Map<String, Object> photo(String uid, String taken, int type) throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32 * type, 24, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        Map<String, Object> photo = new LinkedHashMap<>();
        photo.put("uid", uid);
        photo.put("time", taken);
        photo.put("type", type);
        photo.put("name", (type == 1 ? "入场" : "出场") + ".jpg");
        photo.put("file", Base64.getEncoder().encodeToString(jpeg.toByteArray()));
        photo.put("uploadTime", now());
        return photo;
    }

    private JsonNode takes(String call, Map<String, Object> fields) throws Exception {
        JsonNode answer = client.send(call, fields);
        assertThat(answer.path("resultCode").asInt()).as(call + " " + answer).isEqualTo(200);
        return answer;
    }

    private String now() {
        return TIME.format(wire.bench.clock.instant());
    }
}

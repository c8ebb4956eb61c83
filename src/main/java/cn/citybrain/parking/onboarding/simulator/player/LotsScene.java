package cn.citybrain.parking.onboarding.simulator.player;

import cn.citybrain.parking.onboarding.simulator.player.Play.Casting;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** 配置停车场与对接准备: two lots on one account, registration at the channel, keys and test vehicles of the vendor. */
final class LotsScene {

    private static final List<String> VENDORS = List.of("zhilian", "vendor2");
    private static final String PREPARE = "userTask_prepareInterface";

    private final Cast cast;
    private final Narrator narrator;

    LotsScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    List<LotUnderTest> play(Company company, Casting casting) {
        confirmAccount(casting.applicationNo());
        bind(cast.person(company.operator()), casting);
        consent(casting);
        return casting.lotCodes().stream()
                .map(code -> prepare(casting.applicationNo(), code))
                .toList();
    }

    private void confirmAccount(String applicationNo) {
        Person reviewer = cast.reviewer();
        String task = reviewer.claim(applicationNo, "userTask_confirmAccount");
        narrator.step("%s 核对微信支付开出的子商户号, 确认账号", reviewer.userId());
        reviewer.complete(task, Map.of("applicationNo", applicationNo));
    }

    private void bind(Person operator, Casting casting) {
        String task = operator.claim(casting.applicationNo(), "userTask_bindLots");
        narrator.step("%s 把两个停车场 %s 配置到这个收款账户", operator.userId(), casting.lotCodes());
        operator.web()
                .post("/api/applications/" + casting.applicationNo() + "/lots", Map.of("lotCodes", casting.lotCodes()));
        operator.complete(task, Map.of("applicationNo", casting.applicationNo()));
    }

    private void consent(Casting casting) {
        for (int i = 0; i < casting.lotCodes().size(); i++) {
            JsonNode lot = Patience.until("平台向微信支付登记停车场", Duration.ofSeconds(90), this::auditing);
            narrator.step("微信支付同意停车场“%s”收款", lot.path("name").asText());
            cast.desk().post("/demo/api/wechatpay/lots/" + lot.path("reference").asText() + "/pass", Map.of());
        }
    }

    private Optional<JsonNode> auditing() {
        for (JsonNode lot : cast.desk().get("/demo/api/wechatpay/lots")) {
            if ("AUDITING".equals(lot.path("state").asText())) {
                return Optional.of(lot);
            }
        }
        return Optional.empty();
    }

    /** The vendor who serves the lot finds the task; the others don't see it. */
    private LotUnderTest prepare(String applicationNo, String lotCode) {
        String key = applicationNo + "-" + lotCode;
        Person vendor = Patience.until("车场技术方的任务“接口开发与对接准备”", Duration.ofSeconds(120), () -> VENDORS.stream()
                .map(cast::person)
                .filter(person -> !person.tasks(key, PREPARE).isEmpty())
                .findFirst());
        String task = vendor.claim(key, PREPARE);
        long binding = vendor.web().get("/api/tasks/" + task).path("bindingId").asLong();
        LotUnderTest lot = new LotUnderTest(binding, lotCode, vendor.userId(), plate());
        register(vendor, lot);
        vendor.complete(task, Map.of("applicationNo", applicationNo));
        return lot;
    }

    private void register(Person vendor, LotUnderTest lot) {
        narrator.step("%s 为停车场 %s 登记 accessID 和公钥, 登记测试车辆 %s", vendor.userId(), lot.code(), lot.plateNo());
        JsonNode system = cast.desk().get("/demo/api/lots/" + lot.code());
        String binding = "/api/bindings/" + lot.bindingId();
        JsonNode registered = vendor.web()
                .post(
                        binding + "/access-key",
                        Map.of(
                                "accessId", system.path("accessId").asText(),
                                "publicKey", system.path("publicKey").asText()));
        listen(vendor, lot, registered.path("mqttPassword").asText(""));
        vendor.web()
                .post(
                        binding + "/vehicles",
                        Map.of(
                                "plateNo",
                                lot.plateNo(),
                                "plateColor",
                                1,
                                "payerId",
                                "demo-openid-" + lot.plateNo().substring(2)));
    }

    /** The vendor types the password that the platform shows once into the lot's system. */
    private void listen(Person vendor, LotUnderTest lot, String shown) {
        String password = shown.isEmpty()
                ? vendor.web()
                        .post("/api/bindings/" + lot.bindingId() + "/mqtt-password", Map.of())
                        .path("password")
                        .asText()
                : shown;
        JsonNode reception =
                cast.desk().put("/demo/api/lots/" + lot.code() + "/reception", Map.of("mqttPassword", password));
        if (!reception.path("connected").asBoolean()) {
            throw new PlayFailed("停车场 %s 没有连上 MQTT 消息服务器".formatted(lot.code()));
        }
        narrator.note("停车场 %s 用 MQTT 接收平台的消息", lot.code());
    }

    private static String plate() {
        return "浙A%05d".formatted(ThreadLocalRandom.current().nextInt(10_000, 100_000));
    }
}

package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 对接测试: the first lot fails its first test and passes the second, the other lot passes at once. */
final class TestScene {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int FEE = 500;

    private final Cast cast;
    private final Narrator narrator;

    TestScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    void play(List<LotUnderTest> lots) {
        lots.stream().map(LotUnderTest::code).distinct().forEach(this::sayHello);
        fail(lots.get(0));
        // all of them under way at the same time, so that every record has to find its own gate
        Map<LotUnderTest, JsonNode> runs = new LinkedHashMap<>();
        lots.forEach(lot -> runs.put(lot, drive(lot)));
        runs.forEach(this::pass);
    }

    private void sayHello(String lotCode) {
        narrator.step("停车场 %s 的系统连上平台：心跳、车场信息、车位", lotCode);
        accepted(cast.desk().post("/demo/api/lots/" + lotCode + "/hello", Map.of()));
    }

    private void fail(LotUnderTest lot) {
        narrator.step("停车场 %s 第一次测试：%s 停车，离场金额与账单不一致", lot.code(), lot.plateNo());
        JsonNode run = cast.desk().post(lots(lot, "visits"), visit(lot, Map.of("spoil", "EXIT_FEE_DIFFERS")));
        JsonNode diagnosis = Patience.until("平台对这条记录的诊断", LONGEST, () -> diagnosis(lot));
        for (JsonNode finding : diagnosis.path("findings")) {
            narrator.note("平台没有扣款，并告诉技术方：%s", finding.path("sentence").asText());
        }
        mailed(run.path("visit").path("billId").asText());
    }

    private JsonNode drive(LotUnderTest lot) {
        narrator.step(
                "停车场 %s 测试%s：%s 停车，先离场后付费，停车费 5.00 元",
                lot.code(), lot.procedure().name(), lot.plateNo());
        JsonNode run = cast.desk().post(lots(lot, "visits"), visit(lot, Map.of()));
        accepted(run);
        return run;
    }

    private void pass(LotUnderTest lot, JsonNode run) {
        Patience.until("停车场 %s 正式接入".formatted(lot.code()), LONGEST, () -> live(lot));
        narrator.step("%s扣款成功，停车场 %s 正式接入 (LIVE)", lot.procedure().name(), lot.code());
        payResult(lot, run.path("visit"));
    }

    /** The message first: a lot that has asked and confirmed is not told again. */
    private void payResult(LotUnderTest lot, JsonNode visit) {
        String uid = visit.path("uid").asText();
        String billId = visit.path("billId").asText();
        Patience.until("停车场 %s 由 MQTT 收到并确认的扣款结果".formatted(lot.code()), LONGEST, () -> pushed(lot, uid, billId));
        narrator.note("停车场由 MQTT 收到 departurePayInfo 后放行，也收到并确认了 payResult");
        JsonNode asked = cast.desk().post(lots(lot, "visits/" + uid + "/result"), Map.of());
        JsonNode answer = asked.path("calls").path(0).path("answer");
        if (answer.path("payStatus").asInt() != 1 || answer.path("actualPay").asInt() != FEE) {
            throw new PlayFailed("停车场 %s 问到的扣款结果不对：%s".formatted(lot.code(), answer));
        }
        narrator.note("停车场也问到了结果：已支付 %.2f 元", answer.path("actualPay").asInt() / 100.0);
    }

    /** A departurePayInfo for the visit came before the vehicle left, and the pay result after. */
    private Optional<Boolean> pushed(LotUnderTest lot, String uid, String billId) {
        JsonNode visit = visitOf(lot, uid);
        if (!"MQTT".equals(visit.path("releasedBy").asText())) {
            throw new PlayFailed("停车场 %s 没有由 MQTT 得知车辆可以先离场：%s".formatted(lot.code(), visit));
        }
        for (JsonNode message : cast.desk().get(lots(lot, "messages"))) {
            if (billId.equals(message.path("content").path("billID").asText())
                    && message.path("content").path("payStatus").asInt() == 1
                    && message.path("confirmed").asBoolean()) {
                return Optional.of(true);
            }
        }
        return Optional.empty();
    }

    private JsonNode visitOf(LotUnderTest lot, String uid) {
        for (JsonNode visit : cast.desk().get(lots(lot, "visits"))) {
            if (visit.path("uid").asText().equals(uid)) {
                return visit;
            }
        }
        throw new PlayFailed("停车场 %s 不记得停车 %s".formatted(lot.code(), uid));
    }

    private void mailed(String billId) {
        Patience.until("给技术方的诊断邮件", Duration.ofSeconds(60), () -> {
            JsonNode mails = cast.desk().get("/demo/api/mails?to=support&subject=" + Web.encoded("测试未通过"));
            for (JsonNode mail : mails) {
                if (mail.path("text").asText().contains(billId)) {
                    narrator.note(
                            "邮件“%s”已寄给 %s",
                            mail.path("subject").asText(), mail.path("to").asText());
                    return Optional.of(mail);
                }
            }
            return Optional.empty();
        });
    }

    private Optional<JsonNode> diagnosis(LotUnderTest lot) {
        JsonNode diagnoses = binding(lot).path("diagnoses");
        return diagnoses.isEmpty() ? Optional.empty() : Optional.of(diagnoses.get(0));
    }

    private Optional<Boolean> live(LotUnderTest lot) {
        return "LIVE".equals(binding(lot).path("state").asText()) ? Optional.of(true) : Optional.empty();
    }

    private JsonNode binding(LotUnderTest lot) {
        return cast.person(lot.vendor()).web().get("/api/bindings/" + lot.bindingId());
    }

    private static void accepted(JsonNode run) {
        for (JsonNode call : run.path("calls")) {
            if (call.path("resultCode").asInt() != 200) {
                throw new PlayFailed("平台没有接受 %s: %s"
                        .formatted(
                                call.path("call").asText(), call.path("message").asText()));
            }
        }
    }

    private static String lots(LotUnderTest lot, String what) {
        return "/demo/api/lots/" + lot.code() + "/" + what;
    }

    private static Map<String, Object> visit(LotUnderTest lot, Map<String, Object> more) {
        Map<String, Object> visit = new java.util.HashMap<>(more);
        visit.put("plateNo", lot.plateNo());
        visit.put("plateColor", 1);
        visit.put("amount", FEE);
        return visit;
    }
}

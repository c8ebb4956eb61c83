package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** 对接准备: registration at the channels, the lot's key once, and a test vehicle for each channel. */
final class LotsScene {

    private static final List<String> VENDORS = List.of("zhilian", "vendor2");
    private static final String PREPARE = "userTask_prepareInterface";

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Set<String> connected = new HashSet<>();
    private final Cast cast;
    private final Narrator narrator;

    LotsScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    List<LotUnderTest> play(List<Procedure> procedures, Desk desk) {
        procedures.forEach(procedure -> consent(procedure, desk));
        List<LotUnderTest> lots = new ArrayList<>();
        for (Procedure procedure : procedures) {
            procedure.lotCodes().forEach(code -> lots.add(prepare(procedure, code, desk)));
        }
        return lots;
    }

    /** Some channels consent at once; whatever waits at a desk is passed. */
    private void consent(Procedure procedure, Desk desk) {
        Patience.until("平台向%s登记停车场".formatted(procedure.name()), LONGEST, () -> {
            desk.consent(procedure);
            boolean all = procedure.lotCodes().stream()
                    .allMatch(code -> vendorOf(procedure, code).isPresent());
            return all ? Optional.of(true) : Optional.empty();
        });
    }

    /** The vendor who serves the lot finds the task; the others don't see it. */
    private Optional<Person> vendorOf(Procedure procedure, String lotCode) {
        String key = procedure.no() + "-" + lotCode;
        return VENDORS.stream()
                .map(cast::person)
                .filter(person -> !person.tasks(key, PREPARE).isEmpty())
                .findFirst();
    }

    private LotUnderTest prepare(Procedure procedure, String lotCode, Desk desk) {
        Person vendor = vendorOf(procedure, lotCode).orElseThrow();
        String task = vendor.claim(procedure.no() + "-" + lotCode, PREPARE);
        long binding = vendor.web().get("/api/tasks/" + task).path("bindingId").asLong();
        LotUnderTest lot = new LotUnderTest(procedure, binding, lotCode, vendor.userId(), plate());
        register(vendor, lot);
        vendor.complete(task, Map.of("applicationNo", procedure.no()));
        return lot;
    }

    private void register(Person vendor, LotUnderTest lot) {
        if (connected.add(lot.code())) {
            connect(vendor, lot);
        }
        narrator.step(
                "%s 为停车场 %s 登记%s的测试车辆 %s",
                vendor.userId(), lot.code(), lot.procedure().name(), lot.plateNo());
        vendor.web()
                .post(
                        "/api/bindings/" + lot.bindingId() + "/vehicles",
                        Map.of(
                                "plateNo",
                                lot.plateNo(),
                                "plateColor",
                                1,
                                "payerId",
                                "demo-openid-" + lot.plateNo().substring(2)));
    }

    private void connect(Person vendor, LotUnderTest lot) {
        narrator.step("%s 为停车场 %s 登记 accessID 和公钥", vendor.userId(), lot.code());
        JsonNode system = cast.desk().get("/demo/api/lots/" + lot.code());
        JsonNode registered = vendor.web()
                .post(
                        "/api/bindings/" + lot.bindingId() + "/access-key",
                        Map.of(
                                "accessId", system.path("accessId").asText(),
                                "publicKey", system.path("publicKey").asText()));
        listen(vendor, lot, registered.path("mqttPassword").asText(""));
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

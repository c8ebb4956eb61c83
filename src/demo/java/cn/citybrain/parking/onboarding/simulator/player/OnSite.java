package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What happens at the parking lot: the visit of those who come to sign, and the devices in the lanes. */
final class OnSite {

    private final TaskWork tasks;
    private final Set<String> signed = new HashSet<>();

    OnSite(TaskWork tasks) {
        this.tasks = tasks;
    }

    /** Whether those who came to sign have the contract. */
    boolean hasSigned(Procedure procedure) {
        return signed.contains(procedure.no());
    }

    /** Agrees to the visit once the channel has proposed one, then reports the signature with the contract's photo. */
    boolean meet(Person operator, JsonNode task, Procedure procedure) {
        JsonNode ahead = operator.web().get(procedure.path("appointment")).path("ahead");
        if (ahead.isMissingNode() || ahead.isNull()) {
            operator.web().post(procedure.path("check-now"), Map.of());
            return false;
        }
        String contact = ahead.path("contact").asText();
        int blank = contact.lastIndexOf(' ');
        operator.web()
                .post(
                        procedure.path("appointment"),
                        Map.of(
                                "date", nextWorkingDay(),
                                "time", "10:00",
                                "contactName", contact.substring(0, blank),
                                "contactPhone", contact.substring(blank + 1)));
        new Paper("signedContract", "签约合同").upload(operator.web(), URI.create(procedure.path("step-documents")));
        tasks.said(operator, task, "约好上门时间，与 " + contact.substring(0, blank) + " 签约，上传合同照片");
        tasks.complete(operator, task, procedure, Map.of("visitOutcome", "signed"));
        signed.add(procedure.no());
        return true;
    }

    private static String nextWorkingDay() {
        LocalDate day = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))).plusDays(1);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day.toString();
    }

    boolean install(Person operator, JsonNode task, Procedure procedure) {
        int lane = 1;
        for (String lot : procedure.lotCodes()) {
            JsonNode photo = new Paper("devicePhoto", "车道 ETC 天线")
                    .upload(operator.web(), URI.create(procedure.path("step-documents")));
            operator.web()
                    .post(
                            procedure.path("devices"),
                            Map.of(
                                    "lotCode",
                                    lot,
                                    "laneNo",
                                    "01",
                                    "deviceSerial",
                                    "RSU-" + lot + "-01",
                                    "terminalNo",
                                    "3301%08d".formatted(Integer.parseInt(lot.substring(4)) + lane++),
                                    "photoId",
                                    photo.path("id").asText()));
        }
        tasks.said(operator, task, "登记停车场 " + procedure.lotCodes() + " 的车道设备和 PSAM 终端");
        tasks.complete(operator, task, procedure, Map.of());
        return true;
    }

    boolean acceptDevices(Person reviewer, JsonNode task, Procedure procedure) {
        tasks.said(reviewer, task, "核对照片和终端号，验收通过");
        tasks.complete(reviewer, task, procedure, Map.of("devicesDecision", "accept"));
        return true;
    }
}

package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/applications}. */
@RestController
@RequestMapping("/sim/{channel}/v1/applications")
class GatewayApplicationController {

    private static final Set<String> WITHDRAWABLE = Set.of(
            ApplicationSteps.RECEIVED,
            ApplicationSteps.VISIT_SCHEDULED,
            ApplicationSteps.SIGNED,
            ApplicationSteps.DEVICES_INSTALLED,
            ApplicationSteps.REJECTED);

    private final Offices offices;

    GatewayApplicationController(Offices offices) {
        this.offices = offices;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> submit(@PathVariable String channel, @RequestBody JsonNode json) {
        ChannelOffice office = offices.of(channel);
        Content body = new Content(json);
        String no = body.text("applicationNo", 32);
        String submitted = submitted(json);
        Application asked = Application.submitted(
                        no,
                        "GA" + Numbers.letters(16),
                        json.path("fields").path("merchantName").asText(""),
                        ApplicationSteps.RECEIVED,
                        "已收到申请，等待联系上门签约",
                        content(office, json))
                .with("notifyUrl", body.text("notifyUrl", 256))
                .with("submitted", submitted);
        return Resources.of(office.alone(() -> office.applications()
                .find(no)
                .filter(before -> before.fact("submitted").equals(submitted) && !rejected(before))
                .orElseGet(() ->
                        office.applications().submit(asked, GatewayApplicationController::refuseUnlessRejected))));
    }

    /** What makes it the same application: the fields, and which papers go with it. */
    private static String submitted(JsonNode json) {
        StringBuilder text = new StringBuilder(json.path("fields").toString());
        for (JsonNode paper : json.path("papers")) {
            text.append(paper.path("field").asText())
                    .append(paper.path("documentId").asText());
        }
        return Integer.toHexString(text.toString().hashCode()) + "-" + text.length();
    }

    private static boolean rejected(Application application) {
        return application.state().equals(ApplicationSteps.REJECTED);
    }

    private static void refuseUnlessRejected(Application before) {
        if (!rejected(before)) {
            throw GatewayError.conflict("申请 " + before.no() + " 正在办理");
        }
    }

    private static Map<String, Object> content(ChannelOffice office, JsonNode json) {
        Map<String, Object> content = new LinkedHashMap<>();
        json.path("fields")
                .fields()
                .forEachRemaining(
                        field -> content.put(field.getKey(), field.getValue().asText()));
        for (JsonNode paper : json.path("papers")) {
            byte[] bytes = Base64.getDecoder().decode(paper.path("content").asText());
            content.put(
                    paper.path("field").asText(),
                    office.media().keep(paper.path("fileName").asText(), bytes));
        }
        return content;
    }

    @GetMapping("/{no}")
    Map<String, Object> query(@PathVariable String channel, @PathVariable String no) {
        return Resources.of(
                offices.of(channel).applications().find(no).orElseThrow(() -> GatewayError.unknown("申请 " + no)));
    }

    @PostMapping("/{no}/withdraw")
    Map<String, Object> withdraw(@PathVariable String channel, @PathVariable String no) {
        return offices.of(channel).alone(() -> {
            ChannelOffice office = offices.of(channel);
            Application application =
                    office.applications().find(no).orElseThrow(() -> GatewayError.unknown("申请 " + no));
            if (application.state().equals(ApplicationSteps.ACTIVE)) {
                throw GatewayError.conflict("申请 " + no + " 已开通，不能撤回");
            }
            if (!application.state().equals(ApplicationSteps.CLOSED)) {
                ApplicationSteps.move(no, office, WITHDRAWABLE, ApplicationSteps.CLOSED, "平台已撤回");
            }
            return Resources.of(office.applications().required(no));
        });
    }
}

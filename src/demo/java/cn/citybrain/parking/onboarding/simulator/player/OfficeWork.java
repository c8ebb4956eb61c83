package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What operator and reviewer do with the tasks of a procedure, by the keys that the models share: the same hands play every
 * channel.
 */
final class OfficeWork {

    private static final String FLAWED = "merchantShortname";

    private final Cast cast;
    private final Company company;
    private final Narrator narrator;
    private final Set<String> signed = new HashSet<>();
    private final Map<String, Step> operatorSteps = new LinkedHashMap<>();
    private final Map<String, Step> reviewerSteps = new LinkedHashMap<>();

    OfficeWork(Cast cast, Company company, Narrator narrator) {
        this.cast = cast;
        this.company = company;
        this.narrator = narrator;
        operatorSteps.put("userTask_confirmEnterpriseAccount", this::fillIn);
        operatorSteps.put("userTask_fillForm", this::fillIn);
        operatorSteps.put("userTask_fillApplication", this::fillIn);
        operatorSteps.put("userTask_uploadLicence", this::fillIn);
        operatorSteps.put("userTask_fillReceivingAccount", this::fillIn);
        operatorSteps.put("userTask_correct", this::correct);
        operatorSteps.put("userTask_verifyMail", this::followLink);
        operatorSteps.put("userTask_sign", this::followLink);
        operatorSteps.put("userTask_awaitVisit", this::meet);
        operatorSteps.put("userTask_installDevices", this::install);
        operatorSteps.put("userTask_bindLots", this::bind);
        reviewerSteps.put("userTask_review", this::review);
        reviewerSteps.put("userTask_acceptDevices", this::acceptDevices);
        reviewerSteps.put("userTask_confirmAccount", this::confirm);
    }

    /** Does a task; false if there is nothing to be done about it yet. */
    private interface Step {
        boolean work(Person person, JsonNode task, Procedure procedure);
    }

    /** Starts the process of an application; its form is filled in by its tasks. */
    void apply(Procedure procedure) {
        Person operator = operator();
        narrator.step("%s 在 Tasklist 发起“%s渠道接入”, 申请编号 %s", operator.userId(), procedure.name(), procedure.no());
        operator.start(procedure.channel() + "-onboarding", Map.of("applicationNo", procedure.no()));
    }

    /** Whether those who came to sign have the contract. */
    boolean hasSigned(Procedure procedure) {
        return signed.contains(procedure.no());
    }

    /** What the application calls its lot; empty before that is filled in. */
    String storeName(Procedure procedure) {
        return operator()
                .web()
                .get("/api/applications/" + procedure.no())
                .path("values")
                .path("storeName")
                .asText();
    }

    /** Does the next task that operator or reviewer finds in Tasklist, if there is one. */
    boolean next(Procedure procedure) {
        return next(operator(), operatorSteps, procedure) || next(cast.reviewer(), reviewerSteps, procedure);
    }

    private static boolean next(Person person, Map<String, Step> steps, Procedure procedure) {
        for (JsonNode task : person.tasks(procedure.no())) {
            Step step = steps.get(task.path("taskDefinitionKey").asText());
            if (step != null && step.work(person, task, procedure)) {
                return true;
            }
        }
        return false;
    }

    private boolean fillIn(Person operator, JsonNode task, Procedure procedure) {
        int papers = filling(procedure).submit();
        said(operator, task, papers == 0 ? "填写并提交" : "填写并提交, 上传 " + papers + " 份证照");
        complete(operator, task, procedure, Map.of());
        return true;
    }

    /** A flawed name is given back, so that the correction is seen too. */
    private boolean review(Person reviewer, JsonNode task, Procedure procedure) {
        JsonNode application = reviewer.web().get("/api/applications/" + procedure.no());
        boolean giveBack = Company.FLAWED_NAME.equals(
                application.path("values").path(FLAWED).asText());
        if (giveBack) {
            String reason = "商户简称不能只写“停车场”, 请写明是哪一家";
            said(reviewer, task, "退回更正: " + reason);
            reviewer.web()
                    .post(procedure.path("review"), Map.of("decision", "return", "remarks", Map.of(FLAWED, reason)));
            complete(reviewer, task, procedure, Map.of("reviewDecision", "return"));
            return true;
        }
        List<String> doubts = names(application.path("warnings"));
        said(reviewer, task, doubts.isEmpty() ? "受理" : "受理, 并确认疑点 " + doubts);
        reviewer.web().post(procedure.path("review"), Map.of("decision", "accept", "confirmedWarnings", doubts));
        complete(reviewer, task, procedure, Map.of("reviewDecision", "accept"));
        return true;
    }

    private boolean correct(Person operator, JsonNode task, Procedure procedure) {
        said(operator, task, "只有退回的项目可以改, 把商户简称改成“" + company.shortName() + "”");
        filling(procedure).write(Map.of(FLAWED, company.shortName()));
        filling(procedure).submit();
        complete(operator, task, procedure, Map.of());
        return true;
    }

    /** A link opens a page with one button; pressing it posts to the same address. The channel's word ends the task. */
    private boolean followLink(Person operator, JsonNode task, Procedure procedure) {
        String link = operator.web()
                .get("/api/applications/" + procedure.no())
                .path("channelProgress")
                .path("link")
                .asText("");
        if (link.isEmpty() || !operator.follows(task.path("id").asText())) {
            return false;
        }
        said(operator, task, "打开链接, 按提示办理");
        Web browser = new Web(URI.create(link));
        browser.send("GET", link, null, BodyPublishers.noBody());
        browser.send("POST", link, "application/x-www-form-urlencoded", BodyPublishers.noBody());
        operator.web().post(procedure.path("check-now"), Map.of());
        return true;
    }

    /** Agrees to the visit once the channel has proposed one, then reports the signature with the contract's photo. */
    private boolean meet(Person operator, JsonNode task, Procedure procedure) {
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
        said(operator, task, "约好上门时间, 与 " + contact.substring(0, blank) + " 签约, 上传合同照片");
        complete(operator, task, procedure, Map.of("visitOutcome", "signed"));
        signed.add(procedure.no());
        return true;
    }

    private static String nextWorkingDay() {
        LocalDate day = LocalDate.now(Clock.system(java.time.ZoneId.of("Asia/Shanghai")))
                .plusDays(1);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day.toString();
    }

    private boolean install(Person operator, JsonNode task, Procedure procedure) {
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
        said(operator, task, "登记停车场 " + procedure.lotCodes() + " 的车道设备和 PSAM 终端");
        complete(operator, task, procedure, Map.of());
        return true;
    }

    private boolean acceptDevices(Person reviewer, JsonNode task, Procedure procedure) {
        said(reviewer, task, "核对照片和终端号, 验收通过");
        complete(reviewer, task, procedure, Map.of("devicesDecision", "accept"));
        return true;
    }

    private boolean confirm(Person reviewer, JsonNode task, Procedure procedure) {
        said(reviewer, task, "核对渠道开出的商户号, 确认账号");
        complete(reviewer, task, procedure, Map.of("accountDecision", "confirm"));
        return true;
    }

    private boolean bind(Person operator, JsonNode task, Procedure procedure) {
        said(operator, task, "选择停车场 " + procedure.lotCodes());
        operator.web().post(procedure.path("lots"), Map.of("lotCodes", procedure.lotCodes()));
        complete(operator, task, procedure, Map.of());
        return true;
    }

    private void complete(Person person, JsonNode task, Procedure procedure, Map<String, Object> decision) {
        Map<String, Object> variables = new LinkedHashMap<>(decision);
        variables.put("applicationNo", procedure.no());
        String id = task.path("id").asText();
        if (!person.claim(id) || !person.complete(id, variables)) {
            narrator.step(
                    "渠道的结果先到, %s 的任务“%s”已经了结",
                    person.userId(), task.path("name").asText());
        }
    }

    private void said(Person person, JsonNode task, String what) {
        narrator.step("%s 办理“%s”: %s", person.userId(), task.path("name").asText(), what);
    }

    private FormFilling filling(Procedure procedure) {
        return new FormFilling(operator().web(), company, procedure);
    }

    private Person operator() {
        return cast.person(company.operator());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> fields = object.fieldNames(); fields.hasNext(); ) {
            names.add(fields.next());
        }
        return names;
    }
}

package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What operator and reviewer do with the tasks of a procedure, by the keys that the models share: the same hands play every
 * channel.
 */
final class OfficeWork {

    private static final String FLAWED = "merchantShortname";

    private final Cast cast;
    private final Company company;
    private final Narrator narrator;
    private final TaskWork tasks;
    private final OnSite onSite;
    private final Map<String, Step> operatorSteps = new LinkedHashMap<>();
    private final Map<String, Step> reviewerSteps = new LinkedHashMap<>();

    OfficeWork(Cast cast, Company company, Narrator narrator) {
        this.cast = cast;
        this.company = company;
        this.narrator = narrator;
        this.tasks = new TaskWork(narrator);
        this.onSite = new OnSite(tasks);
        operatorSteps.put("userTask_confirmEnterpriseAccount", this::fillIn);
        operatorSteps.put("userTask_fillForm", this::fillIn);
        operatorSteps.put("userTask_fillApplication", this::fillIn);
        operatorSteps.put("userTask_uploadLicence", this::fillIn);
        operatorSteps.put("userTask_fillReceivingAccount", this::fillIn);
        operatorSteps.put("userTask_correct", this::correct);
        operatorSteps.put("userTask_verifyMail", this::followLink);
        operatorSteps.put("userTask_sign", this::followLink);
        operatorSteps.put("userTask_awaitVisit", onSite::meet);
        operatorSteps.put("userTask_installDevices", onSite::install);
        operatorSteps.put("userTask_bindLots", this::bind);
        reviewerSteps.put("userTask_review", this::review);
        reviewerSteps.put("userTask_acceptDevices", onSite::acceptDevices);
        reviewerSteps.put("userTask_confirmAccount", this::confirm);
    }

    /** Does a task; false if there is nothing to be done about it yet. */
    private interface Step {
        boolean work(Person person, JsonNode task, Procedure procedure);
    }

    /** Starts the process of an application; its form is filled in by its tasks. */
    void apply(Procedure procedure) {
        Person operator = operator();
        narrator.step("%s 发起“%s渠道接入”，申请编号 %s", operator.userId(), procedure.name(), procedure.no());
        operator.start(procedure.channel() + "-onboarding", Map.of("applicationNo", procedure.no()));
    }

    /** Whether those who came to sign have the contract. */
    boolean hasSigned(Procedure procedure) {
        return onSite.hasSigned(procedure);
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
        tasks.said(operator, task, papers == 0 ? "填写并提交" : "填写并提交，上传 " + papers + " 份证照");
        tasks.complete(operator, task, procedure, Map.of());
        return true;
    }

    /** A flawed name is given back, so that the correction is seen too. */
    private boolean review(Person reviewer, JsonNode task, Procedure procedure) {
        reviewer.claim(task.path("id").asText());
        JsonNode application = reviewer.web().get("/api/applications/" + procedure.no());
        boolean giveBack = Company.FLAWED_NAME.equals(
                application.path("values").path(FLAWED).asText());
        if (giveBack) {
            String reason = "商户简称不能只写“停车场”，请写明是哪一家";
            tasks.said(reviewer, task, "退回更正：" + reason);
            reviewer.web()
                    .post(procedure.path("review"), Map.of("decision", "return", "remarks", Map.of(FLAWED, reason)));
            tasks.complete(reviewer, task, procedure, Map.of("reviewDecision", "return"));
            return true;
        }
        List<String> doubts = names(application.path("warnings"));
        tasks.said(reviewer, task, doubts.isEmpty() ? "受理" : "受理，并确认疑点 " + doubts);
        reviewer.web().post(procedure.path("review"), Map.of("decision", "accept", "confirmedWarnings", doubts));
        tasks.complete(reviewer, task, procedure, Map.of("reviewDecision", "accept"));
        return true;
    }

    private boolean correct(Person operator, JsonNode task, Procedure procedure) {
        tasks.said(operator, task, "只有退回的项目可以改，把商户简称改成“" + company.shortName() + "”");
        filling(procedure).write(Map.of(FLAWED, company.shortName()));
        filling(procedure).submit();
        tasks.complete(operator, task, procedure, Map.of());
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
        tasks.said(operator, task, "打开链接，按提示办理");
        Web browser = new Web(URI.create(link));
        browser.send("GET", link, null, BodyPublishers.noBody());
        browser.send("POST", link, "application/x-www-form-urlencoded", BodyPublishers.noBody());
        operator.web().post(procedure.path("check-now"), Map.of());
        return true;
    }

    private boolean confirm(Person reviewer, JsonNode task, Procedure procedure) {
        tasks.said(reviewer, task, "核对渠道开出的商户号，确认账号");
        tasks.complete(reviewer, task, procedure, Map.of("accountDecision", "confirm"));
        return true;
    }

    private boolean bind(Person operator, JsonNode task, Procedure procedure) {
        tasks.said(operator, task, "选择停车场 " + procedure.lotCodes());
        operator.web().post(procedure.path("lots"), Map.of("lotCodes", procedure.lotCodes()));
        tasks.complete(operator, task, procedure, Map.of());
        return true;
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

package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** 申请与受理: the operator applies, the reviewer returns it with a remark, the operator corrects, the reviewer accepts. */
final class ApplyScene {

    private static final String FLAWED = "merchantShortname";

    private final Cast cast;
    private final Narrator narrator;

    ApplyScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    void play(Company company, String applicationNo) {
        Person operator = cast.person(company.operator());
        fillIn(operator, company, applicationNo);
        narrator.step("%s 在 Tasklist 发起“微信支付渠道接入”, 申请编号 %s", operator.userId(), applicationNo);
        operator.start("wechatpay-onboarding", Map.of("applicationNo", applicationNo));
        giveBack(applicationNo);
        correct(operator, company, applicationNo);
        accept(applicationNo);
    }

    private void fillIn(Person operator, Company company, String applicationNo) {
        narrator.step("%s 填写申请表: %s, 上传 %d 份证照", operator.userId(), company.name(), Company.PAPERS.size());
        save(operator, applicationNo, company.application());
        Company.PAPERS.forEach(paper -> paper.upload(operator.web(), applicationNo));
        JsonNode check = operator.web().post(path(applicationNo, "check"), Map.of());
        if (!check.path("fields").isEmpty()) {
            throw new PlayFailed("申请表没有通过检查: " + check.path("fields"));
        }
        submit(operator, applicationNo);
    }

    private void giveBack(String applicationNo) {
        Person reviewer = cast.reviewer();
        String task = reviewer.claim(applicationNo, "userTask_review");
        String reason = "商户简称不能只写“停车场”, 请写明是哪一家";
        narrator.step("%s 打开“受理”, 退回更正: %s", reviewer.userId(), reason);
        reviewer.web()
                .post(path(applicationNo, "review"), Map.of("decision", "return", "remarks", Map.of(FLAWED, reason)));
        reviewer.complete(task, Map.of("applicationNo", applicationNo, "reviewDecision", "return"));
    }

    private void correct(Person operator, Company company, String applicationNo) {
        String task = operator.claim(applicationNo, "userTask_correct");
        JsonNode application = operator.web().get("/api/applications/" + applicationNo);
        narrator.step(
                "%s 看到退回的项目 %s, 把商户简称改成“%s”", operator.userId(), application.path("openFields"), company.shortName());
        save(operator, applicationNo, Map.of(FLAWED, company.shortName()));
        submit(operator, applicationNo);
        operator.complete(task, Map.of("applicationNo", applicationNo));
    }

    private void accept(String applicationNo) {
        Person reviewer = cast.reviewer();
        String task = reviewer.claim(applicationNo, "userTask_review");
        JsonNode application = reviewer.web().get("/api/applications/" + applicationNo);
        List<String> doubts = names(application.path("warnings"));
        narrator.step("%s 再次打开“受理”, 受理申请%s", reviewer.userId(), doubts.isEmpty() ? "" : ", 并确认疑点 " + doubts);
        reviewer.web().post(path(applicationNo, "review"), Map.of("decision", "accept", "confirmedWarnings", doubts));
        reviewer.complete(task, Map.of("applicationNo", applicationNo, "reviewDecision", "accept"));
    }

    private static void save(Person operator, String applicationNo, Map<String, String> changes) {
        JsonNode draft = operator.web().get("/api/applications/" + applicationNo);
        Map<String, Object> values = new HashMap<>(changes);
        operator.web()
                .put(
                        path(applicationNo, "draft"),
                        Map.of("version", draft.path("version").asInt(), "values", values));
    }

    private static void submit(Person operator, String applicationNo) {
        operator.web().post(path(applicationNo, "submit"), Map.of());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> fields = object.fieldNames(); fields.hasNext(); ) {
            names.add(fields.next());
        }
        return names;
    }

    private static String path(String applicationNo, String what) {
        return "/api/applications/" + applicationNo + "/" + what;
    }
}

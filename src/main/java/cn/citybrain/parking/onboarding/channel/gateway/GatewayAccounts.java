package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.UnknownApplication;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /v1/applications}: fields go by the keys of our form, and complaints come back by them. */
final class GatewayAccounts implements Accounts {

    /** Of one picture, before Base64: what the contract says. */
    private static final int LARGEST_PICTURE = 2 * 1024 * 1024;

    private final GatewayWire wire;
    private final String notifyUrl;

    GatewayAccounts(GatewayWire wire, String notifyUrl) {
        this.wire = wire;
        this.notifyUrl = notifyUrl;
    }

    @Override
    public SubmitResult submit(MerchantApplication application) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("applicationNo", application.applicationNo());
        body.put("fields", application.fields());
        body.put(
                "papers",
                application.papers().stream().map(GatewayAccounts::paper).toList());
        body.put("notifyUrl", notifyUrl);
        GatewayAnswer answer = wire.post("/v1/applications", body);
        if (answer.ok()) {
            return new SubmitResult.Submitted(answer.text("reference"));
        }
        if (answer.status() == 409) {
            // under way with other content: what became of it is the review's to say
            return new SubmitResult.Submitted("");
        }
        if (answer.status() == 400 || answer.status() == 422) {
            return new SubmitResult.Rejected(issues(answer.body()), answer.words());
        }
        throw new ChannelException("渠道网关没有收下申请：" + answer.words());
    }

    @Override
    public ReviewResult review(String applicationNo) {
        GatewayAnswer answer = wire.get("/v1/applications/" + GatewayWire.encoded(applicationNo));
        if (answer.unknown()) {
            throw new UnknownApplication("渠道网关没有申请 " + applicationNo);
        }
        if (!answer.ok() || !applicationNo.equals(answer.text("applicationNo"))) {
            return new ReviewResult.Undetermined(answer.words());
        }
        return state(answer);
    }

    @Override
    public SignState signState(String account) {
        return new SignState.NotAsked();
    }

    @Override
    public Withdrawal withdraw(String applicationNo) {
        GatewayAnswer answer =
                wire.post("/v1/applications/" + GatewayWire.encoded(applicationNo) + "/withdraw", Map.of());
        return answer.withdrawal(() -> wire.byHand("申请 " + applicationNo + " 的商户号已经开通，网关不再受理撤回：请渠道停用该商户号"));
    }

    private static ReviewResult state(GatewayAnswer answer) {
        String words = answer.text("message");
        return switch (answer.text("state")) {
            case "RECEIVED" -> new ReviewResult.AwaitingVisit(words.isEmpty() ? "已收到申请，等待联系上门签约" : words);
            case "VISIT_SCHEDULED" -> visit(answer);
            case "SIGNED" -> new ReviewResult.Signed(words.isEmpty() ? "已签约，等待开通" : words);
            case "DEVICES_INSTALLED" -> new ReviewResult.Signed(words.isEmpty() ? "已签约并安装设备，等待开通" : words);
            case "ACTIVE" ->
                answer.text("merchantNo").isEmpty()
                        ? new ReviewResult.Undetermined("渠道网关称已开通，但没有给出商户号")
                        : new ReviewResult.Approved(answer.text("merchantNo"));
            case "REJECTED" -> new ReviewResult.Rejected(issues(answer.body()), answer.words());
            case "CLOSED" -> new ReviewResult.Closed(answer.words());
            default -> new ReviewResult.Undetermined("渠道网关给出了未知的状态");
        };
    }

    private static ReviewResult visit(GatewayAnswer answer) {
        Instant at = GatewayAnswer.time(answer.body(), "visitAt");
        String contact = answer.text("visitContact");
        return at == null || contact.isEmpty()
                ? new ReviewResult.AwaitingVisit("正在安排上门签约")
                : new ReviewResult.VisitScheduled(at, contact, "已预约上门签约");
    }

    private static List<FieldIssue> issues(JsonNode body) {
        List<FieldIssue> issues = new ArrayList<>();
        for (JsonNode issue : body.path("fieldIssues")) {
            issues.add(new FieldIssue(GatewayAnswer.text(issue, "field"), GatewayAnswer.text(issue, "reason")));
        }
        return issues;
    }

    private static Map<String, Object> paper(MerchantApplication.Paper paper) {
        return Map.of(
                "field",
                paper.fieldKey(),
                "documentId",
                paper.documentId(),
                "fileName",
                paper.fileName(),
                "mediaType",
                MerchantApplication.Paper.MEDIA_TYPE,
                "content",
                new String(Base64.getEncoder().encode(paper.within(0, LARGEST_PICTURE)), StandardCharsets.US_ASCII));
    }
}

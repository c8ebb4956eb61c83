package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.Banks;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 90101 and 90201 (assumed): UnionPay publishes no interface for merchants. */
final class UnionPayAccounts implements Accounts {

    /** Its names of fields, and the keys of our form. */
    private static final Map<String, String> KEYS = new LinkedHashMap<>(Map.of(
            "MerName", "merchantName",
            "LicenseNo", "licenceNumber",
            "LegalName", "legalPerson",
            "ContactName", "contactName",
            "ContactMobile", "mobilePhone",
            "SettleAcct", "accountNumber",
            "ParkName", "storeName",
            "ParkAddr", "storeAddress",
            "BankCode", "signingBank"));

    /** Whom people turn to where UnionPay has no call. */
    static final String BANK = "银联签约收单银行";

    private final UnionPayWire wire;
    private final Banks banks;

    UnionPayAccounts(UnionPayWire wire, Banks banks) {
        this.wire = wire;
        this.banks = banks;
    }

    @Override
    public SubmitResult submit(MerchantApplication application) {
        String code = application.fields().getOrDefault("signingBank", "");
        if (banks.find(Channel.UNIONPAY, code).isEmpty()) {
            return new SubmitResult.Rejected(List.of(new FieldIssue("signingBank", "没有这家签约收单银行，请重新选择")), "签约收单银行无效");
        }
        return send(application);
    }

    private SubmitResult send(MerchantApplication application) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ApplyNo", application.applicationNo());
        KEYS.forEach((name, key) -> fields.put(name, application.fields().get(key)));
        fields.put("NoticeUrl", wire.settings().notifyUrl());
        UnionPayAnswer answer = wire.call("90101", wire.settings().merCode(), fields);
        if (answer.is("00", "08", "09", "14")) {
            return new SubmitResult.Submitted("");
        }
        if (answer.is("03")) {
            return new SubmitResult.Rejected(issues(answer), answer.words());
        }
        throw new ChannelException("银联没有收下申请：" + answer.words());
    }

    @Override
    public ReviewResult review(String applicationNo) {
        UnionPayAnswer answer = wire.ask("90201", wire.settings().merCode(), Map.of("ApplyNo", applicationNo));
        if (!answer.is("00") || !applicationNo.equals(answer.text("ApplyNo"))) {
            return new ReviewResult.Undetermined(answer.words());
        }
        return switch (answer.text("ApplyState")) {
            case "0" -> new ReviewResult.AwaitingVisit("等待收单银行联系上门签约");
            case "1" ->
                answer.text("MerCode").isEmpty()
                                || answer.text("MerCode").equals(wire.settings().merCode())
                        ? new ReviewResult.Undetermined("银联称已入网，但没有给出商户号")
                        : new ReviewResult.Approved(answer.text("MerCode"));
            case "2" -> new ReviewResult.Rejected(issues(answer), words(answer));
            // ours: a state that tells of the appointment
            case "3" -> visit(answer);
            default -> new ReviewResult.Undetermined("银联给出了未知的申请状态");
        };
    }

    @Override
    public SignState signState(String account) {
        return new SignState.NotAsked();
    }

    @Override
    public Withdrawal withdraw(String applicationNo) {
        return new ByHand(BANK, "银联没有撤回入网申请的接口：请通知经办人停止办理申请 " + applicationNo);
    }

    private static ReviewResult visit(UnionPayAnswer answer) {
        try {
            Instant at = UnionPayWire.TIME.instant(answer.text("VisitTime"));
            return new ReviewResult.VisitScheduled(at, answer.text("VisitContact"), "收单银行已预约上门签约");
        } catch (DateTimeException odd) {
            return new ReviewResult.AwaitingVisit("收单银行正在安排上门签约");
        }
    }

    private static List<FieldIssue> issues(UnionPayAnswer answer) {
        String field = answer.text("RejectField");
        return field.isEmpty() ? List.of() : List.of(new FieldIssue(KEYS.getOrDefault(field, ""), words(answer)));
    }

    private static String words(UnionPayAnswer answer) {
        return answer.text("RejectMsg").isEmpty() ? answer.words() : answer.text("RejectMsg");
    }
}

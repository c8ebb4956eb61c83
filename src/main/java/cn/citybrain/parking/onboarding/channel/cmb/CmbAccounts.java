package cn.citybrain.parking.onboarding.channel.cmb;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.wire.BeijingTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code merchants/apply} and {@code merchants/applyquery} (assumed: the bank publishes no interface for its merchants). */
final class CmbAccounts implements Accounts {

    static final String CASHIER = "cashier";

    private static final BeijingTime TIME = new BeijingTime("yyyyMMddHHmmss");

    /** Its names of fields, and the keys of our form. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("merName", "merchantName"),
            Map.entry("merShortName", "merchantShortname"),
            Map.entry("licenseNo", "licenceNumber"),
            Map.entry("legalName", "legalPerson"),
            Map.entry("legalIdNo", "idCardNumber"),
            Map.entry("contactName", "contactName"),
            Map.entry("contactMobile", "mobilePhone"),
            Map.entry("settleAccount", "accountNumber"),
            Map.entry("settleBankNo", "bankBranchId"),
            Map.entry("parkName", "storeName"),
            Map.entry("parkAddress", "storeAddress"),
            Map.entry("lotCapacity", "spaceCount"));

    private static final List<String> OPEN =
            List.of("merName", "merShortName", "licenseNo", "settleBankNo", "parkName", "parkAddress", "lotCapacity");
    private static final List<String> ENCLOSED =
            List.of("legalName", "legalIdNo", "contactName", "contactMobile", "settleAccount");

    /** The contract has a number of 18 signs and no kind of document: it is the identity card's. */
    private static final Set<String> IDENTITY_CARD = Set.of("", "IDCARD");

    private final CmbWire wire;
    private final ChannelReferences references;

    CmbAccounts(CmbWire wire, ChannelReferences references) {
        this.wire = wire;
        this.references = references;
    }

    @Override
    public SubmitResult submit(MerchantApplication application) {
        String document = application.fields().getOrDefault("legalIdKind", "");
        return IDENTITY_CARD.contains(document)
                ? send(application)
                : new ByHand("招商银行对居民身份证以外的证件", "由运营公司转交招商银行客户经理线下办理并登记结果");
    }

    private SubmitResult send(MerchantApplication application) {
        Map<String, String> content = CmbWire.fields("applyNo", application.applicationNo());
        content.putAll(values(application, OPEN));
        CmbKeys.Enclosed identity = wire.keys().enclose(wire.text(values(application, ENCLOSED)));
        content.put("encryptIdentity", identity.text());
        content.put("notifyUrl", wire.settings().notifyUrl("applications"));
        CmbAnswer answer = wire.call("merchants/apply", content, Map.of("encryptKey", identity.key()));
        if (answer.ok() || answer.is("APPLYNO_DUPLICATION")) {
            return new SubmitResult.Submitted("");
        }
        if (answer.code().endsWith("_NOT_LAWFUL") || answer.is("NOT_ALLOWED")) {
            return new SubmitResult.Rejected(issues(answer), answer.words());
        }
        throw new ChannelException("招商银行没有收下申请：" + answer.words());
    }

    private static Map<String, String> values(MerchantApplication application, List<String> names) {
        Map<String, String> values = CmbWire.fields();
        names.forEach(
                name -> values.putAll(CmbWire.fields(name, application.fields().get(KEYS.get(name)))));
        return values;
    }

    /** A refused field is named by the beginning of the code: {@code LICENSENO_NOT_LAWFUL}. */
    private static List<FieldIssue> issues(CmbAnswer answer) {
        String prefix = answer.code().replace("_NOT_LAWFUL", "");
        return KEYS.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(prefix))
                .map(entry -> new FieldIssue(entry.getValue(), answer.words()))
                .toList();
    }

    @Override
    public ReviewResult review(String applicationNo) {
        CmbAnswer answer = wire.ask("merchants/applyquery", CmbWire.fields("applyNo", applicationNo));
        if (!answer.ok() || !applicationNo.equals(answer.text("applyNo"))) {
            return new ReviewResult.Undetermined(answer.words());
        }
        return switch (answer.text("applyState")) {
            case "P" -> visit(answer);
            case "S" -> approved(answer);
            case "R" -> new ReviewResult.Rejected(rejected(answer), words(answer));
            case "F" -> new ReviewResult.Closed(words(answer));
            default -> new ReviewResult.Undetermined("招商银行给出了未知的申请状态");
        };
    }

    @Override
    public SignState signState(String account) {
        return new SignState.NotAsked();
    }

    @Override
    public Withdrawal withdraw(String applicationNo) {
        return new ByHand("招商银行", "银行没有撤回申请的接口：请通知经办的客户经理停止办理申请 " + applicationNo);
    }

    private ReviewResult approved(CmbAnswer answer) {
        String merId = answer.text("merId");
        String cashier = answer.text("userId");
        if (merId.isEmpty() || cashier.isEmpty()) {
            return new ReviewResult.Undetermined("招商银行称已开通，但没有给出商户号和收银员");
        }
        references.put(Channel.CMB, merId, CASHIER, cashier);
        return new ReviewResult.Approved(merId);
    }

    /** Ours: a pending answer may tell of the appointment. */
    private static ReviewResult visit(CmbAnswer answer) {
        try {
            Instant at = TIME.instant(answer.text("visitTime"));
            return new ReviewResult.VisitScheduled(at, answer.text("visitContact"), "银行已预约上门签约");
        } catch (DateTimeException none) {
            return new ReviewResult.AwaitingVisit("等待银行联系上门签约");
        }
    }

    private static List<FieldIssue> rejected(CmbAnswer answer) {
        List<FieldIssue> issues = new ArrayList<>();
        for (JsonNode item : answer.content().path("rejectItems")) {
            issues.add(new FieldIssue(
                    KEYS.getOrDefault(item.path("field").asText(), ""),
                    item.path("reason").asText()));
        }
        return issues;
    }

    private static String words(CmbAnswer answer) {
        return answer.text("rejectMsg").isEmpty() ? answer.words() : answer.text("rejectMsg");
    }
}

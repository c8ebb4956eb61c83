package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import cn.citybrain.parking.onboarding.simulator.wechatpay.Applyment.Complaint;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The applications and their states. */
@Component
class Applyments {

    private static final String KIND = "wechatpay-applyment";

    private final SimulatorStore store;
    private final SubMerchants merchants;
    private final VerificationMail mail;
    private final Autopilot autopilot;
    private final Seals seals;
    private final Clock clock;

    Applyments(
            SimulatorStore store,
            SubMerchants merchants,
            VerificationMail mail,
            Autopilot autopilot,
            Seals seals,
            Clock clock) {
        this.store = store;
        this.merchants = merchants;
        this.mail = mail;
        this.autopilot = autopilot;
        this.seals = seals;
        this.clock = clock;
    }

    List<Applyment> all() {
        return store.all(KIND, Applyment.class);
    }

    Optional<Applyment> find(String businessCode) {
        return store.find(KIND, businessCode, Applyment.class);
    }

    /** A rejected or half-edited application is replaced; one that is under way stays as it is. */
    synchronized Applyment submit(String businessCode, Map<String, Object> content) {
        Optional<Applyment> before = find(businessCode);
        before.ifPresent(Applyments::refuseUnlessOpen);
        Applyment taken = new Applyment(
                businessCode,
                before.map(Applyment::applymentId).orElseGet(() -> 2_000_002_000_000_001L + all().size()),
                ApplymentState.AUDITING.code(),
                "资料已提交，正在审核",
                List.of(),
                content,
                before.map(Applyment::subMchid).orElse(""),
                before.map(Applyment::linkCode).orElseGet(() -> seals.random(24)),
                clock.instant(),
                before.map(Applyment::submissions).orElse(0) + 1);
        store.put(KIND, businessCode, taken);
        return autopilot.on() ? approve(businessCode) : taken;
    }

    private static void refuseUnlessOpen(Applyment before) {
        switch (ApplymentState.of(before.state())) {
            case REJECTED, EDITTING -> {}
            case FINISHED, CANCELED -> throw ApiError.invalid("该业务申请编号的申请单已" + words(before));
            default -> throw ApiError.of(400, "PROCESSING", "该业务申请编号的申请单正在处理中");
        }
    }

    private static String words(Applyment applyment) {
        return ApplymentState.of(applyment.state()).words();
    }

    Applyment approve(String businessCode) {
        Applyment approved = move(
                businessCode,
                Set.of(ApplymentState.AUDITING),
                applyment -> applyment.in(ApplymentState.TO_BE_CONFIRMED.code(), "请超级管理员打开验证邮件中的链接，完成账户验证"));
        mail.send(approved);
        return approved;
    }

    void sendMail(String businessCode) {
        mail.send(required(businessCode));
    }

    Applyment refuse(String businessCode, List<Complaint> complaints, String message) {
        String words = message == null || message.isBlank() ? "资料审核未通过" : message;
        return move(businessCode, Set.of(ApplymentState.AUDITING), applyment -> applyment.rejected(complaints, words));
    }

    Applyment confirm(String businessCode) {
        return move(businessCode, Set.of(ApplymentState.TO_BE_CONFIRMED), applyment -> numbered(applyment)
                .in(ApplymentState.TO_BE_SIGNED.code(), "请超级管理员打开签约链接，完成签约"));
    }

    Applyment sign(String businessCode) {
        return move(
                businessCode,
                Set.of(ApplymentState.TO_BE_SIGNED),
                applyment -> applyment.in(ApplymentState.SIGNING.code(), "正在开通相关权限"));
    }

    Applyment finish(String businessCode) {
        return move(businessCode, Set.of(ApplymentState.SIGNING, ApplymentState.TO_BE_SIGNED), applyment -> numbered(
                        applyment)
                .in(ApplymentState.FINISHED.code(), "已完成，可以开始交易"));
    }

    Applyment force(String businessCode, ApplymentState state) {
        return move(businessCode, Set.of(ApplymentState.values()), applyment -> {
            boolean needsNumber = state == ApplymentState.TO_BE_SIGNED
                    || state == ApplymentState.SIGNING
                    || state == ApplymentState.FINISHED;
            return (needsNumber ? numbered(applyment) : applyment).in(state.code(), state.words());
        });
    }

    private Applyment numbered(Applyment applyment) {
        return applyment.subMchid().isEmpty()
                ? applyment.numbered(merchants.open(applyment.merchantName()))
                : applyment;
    }

    private synchronized Applyment move(
            String businessCode, Set<ApplymentState> from, java.util.function.UnaryOperator<Applyment> change) {
        Applyment applyment = required(businessCode);
        if (!from.contains(ApplymentState.of(applyment.state()))) {
            throw new IllegalStateException("申请单 " + businessCode + " 的状态是“" + words(applyment) + "”，不能这样办理");
        }
        Applyment changed = change.apply(applyment);
        store.put(KIND, businessCode, changed);
        return changed;
    }

    private Applyment required(String businessCode) {
        return find(businessCode).orElseThrow(() -> new IllegalStateException("没有申请单 " + businessCode));
    }
}

package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Inputs;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The way of an application: AUDITING → approve (sends the verification mail) → TO_BE_CONFIRMED → the merchant follows
 * the link (confirm) → TO_BE_SIGNED, with a sub-merchant number → the merchant signs (sign) → SIGNING → finish →
 * FINISHED.
 */
@Component
public class ApplymentSteps {

    private static final long FIRST_NUMBER = 1_600_000_001L;
    private static final Set<ApplymentState> NUMBERED =
            EnumSet.of(ApplymentState.TO_BE_SIGNED, ApplymentState.SIGNING, ApplymentState.FINISHED);

    private final VerificationMail mail;

    ApplymentSteps(VerificationMail mail) {
        this.mail = mail;
    }

    public List<Action> actions(Application application, ChannelOffice office) {
        String no = application.no();
        List<Action> actions = new ArrayList<>();
        switch (ApplymentState.of(application)) {
            case AUDITING -> {
                actions.add(Action.next("approve", "审核通过，寄出验证邮件", inputs -> approve(no, office)));
                actions.add(Action.refuse(inputs -> refuse(no, office, inputs)));
            }
            case TO_BE_CONFIRMED -> {
                actions.add(Action.next("confirm", "替商户完成账户验证", inputs -> confirm(no, office)));
                actions.add(Action.other("mail", "重寄验证邮件", inputs -> mail.send(application)));
            }
            case TO_BE_SIGNED -> {
                actions.add(Action.next("sign", "替商户签约", inputs -> sign(no, office)));
                actions.add(Action.other("finish", "不等签约，直接完成", inputs -> finish(no, office)));
            }
            case SIGNING -> actions.add(Action.next("finish", "开通权限，完成", inputs -> finish(no, office)));
            default -> {}
        }
        if (ApplymentState.of(application) != ApplymentState.FINISHED
                && ApplymentState.of(application) != ApplymentState.CANCELED) {
            actions.add(Action.bad("cancel", "作废申请", inputs -> force(no, office, ApplymentState.CANCELED)));
        }
        actions.add(Action.force(ApplymentState.all(), state -> force(no, office, ApplymentState.valueOf(state))));
        return actions;
    }

    private void approve(String no, ChannelOffice office) {
        mail.send(move(
                no,
                office,
                Set.of(ApplymentState.AUDITING),
                ApplymentState.TO_BE_CONFIRMED,
                "请超级管理员打开验证邮件中的链接，完成账户验证"));
    }

    private static void refuse(String no, ChannelOffice office, Inputs inputs) {
        String message = inputs.text("message").isBlank() ? "资料审核未通过" : inputs.text("message");
        office.applications()
                .move(
                        no,
                        Set.of(ApplymentState.AUDITING.name()),
                        application ->
                                application.rejected(ApplymentState.REJECTED.name(), inputs.complaints(), message));
    }

    /** What the merchant does behind the mail's link. */
    Application confirm(String no, ChannelOffice office) {
        return move(
                no, office, Set.of(ApplymentState.TO_BE_CONFIRMED), ApplymentState.TO_BE_SIGNED, "请超级管理员打开签约链接，完成签约");
    }

    /** What the merchant does behind sign_url. */
    Application sign(String no, ChannelOffice office) {
        return move(no, office, Set.of(ApplymentState.TO_BE_SIGNED), ApplymentState.SIGNING, "正在开通相关权限");
    }

    private static void finish(String no, ChannelOffice office) {
        move(
                no,
                office,
                Set.of(ApplymentState.SIGNING, ApplymentState.TO_BE_SIGNED),
                ApplymentState.FINISHED,
                "已完成，可以开始交易");
    }

    /** Puts it into any state, as WeChat Pay's back office can. */
    private static void force(String no, ChannelOffice office, ApplymentState state) {
        move(
                no,
                office,
                EnumSet.allOf(ApplymentState.class),
                state,
                state.words().text());
    }

    private static Application move(
            String no, ChannelOffice office, Set<ApplymentState> from, ApplymentState to, String message) {
        Set<String> names = from.stream().map(ApplymentState::name).collect(Collectors.toSet());
        return office.applications()
                .move(no, names, application -> (NUMBERED.contains(to) ? numbered(application, office) : application)
                        .in(to.name(), message));
    }

    private static Application numbered(Application application, ChannelOffice office) {
        return application.account().isEmpty()
                ? application.opened(office.accounts().open(FIRST_NUMBER, application.title()))
                : application;
    }
}

package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import static cn.citybrain.parking.onboarding.simulator.alipay.signing.OrderStatus.MERCHANT_APPLY_ORDER_CANCELED;
import static cn.citybrain.parking.onboarding.simulator.alipay.signing.OrderStatus.MERCHANT_AUDITING;
import static cn.citybrain.parking.onboarding.simulator.alipay.signing.OrderStatus.MERCHANT_CONFIRM;
import static cn.citybrain.parking.onboarding.simulator.alipay.signing.OrderStatus.MERCHANT_CONFIRM_SUCCESS;
import static cn.citybrain.parking.onboarding.simulator.alipay.signing.OrderStatus.MERCHANT_CONFIRM_TIME_OUT;
import static cn.citybrain.parking.onboarding.simulator.alipay.signing.OrderStatus.MERCHANT_INFO_HOLD;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.Action.Input;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Inputs;
import cn.citybrain.parking.onboarding.simulator.channel.book.Account;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The way of an application: AUDITING → approve (mails the link) → CONFIRM → the merchant follows the link (confirm) →
 * CONFIRM_SUCCESS, the product is valid.
 */
@Component
public class SigningSteps {

    /** The product's status where the desk says otherwise, as a fact of application and account. */
    static final String PRODUCT = "product";

    /** The merchant's login, as a fact of its account. */
    static final String LOGIN = "login";

    private static final long FIRST_PID = 2_088_000_000_000_001L;

    private final ConfirmationMail mail;
    private final BackOffice backOffice;
    private final Clock clock;

    SigningSteps(ConfirmationMail mail, BackOffice backOffice, Clock clock) {
        this.mail = mail;
        this.backOffice = backOffice;
        this.clock = clock;
    }

    public OrderStatus state(Application application) {
        return OrderStatus.of(application, clock.instant());
    }

    public List<Action> actions(Application application, ChannelOffice office) {
        String no = application.no();
        List<Action> actions = new ArrayList<>();
        switch (state(application)) {
            case MERCHANT_AUDITING -> {
                actions.add(Action.next("approve", "审核通过，发确认链接", inputs -> approve(no, office)));
                actions.add(Action.refuse(inputs -> reject(no, office, MERCHANT_APPLY_ORDER_CANCELED, inputs)));
                actions.add(hold(no, office));
            }
            case MERCHANT_CONFIRM -> {
                actions.add(Action.next("confirm", "替商户确认签约", inputs -> confirm(no, office)));
                actions.add(Action.other("mail", "重寄确认邮件", inputs -> mail.send(application)));
                actions.add(Action.bad("decline", "替商户拒绝签约", inputs -> decline(no, office)));
                actions.add(Action.bad(
                        "expire", "商户超时未确认", inputs -> backOffice.force(no, office, MERCHANT_CONFIRM_TIME_OUT)));
            }
            case MERCHANT_CONFIRM_SUCCESS -> actions.add(backOffice.product(no, office));
            default -> {}
        }
        actions.add(backOffice.force(no, office));
        return actions;
    }

    private static Action hold(String no, ChannelOffice office) {
        return Action.bad(
                "hold",
                "暂存，要求修正",
                inputs -> reject(no, office, MERCHANT_INFO_HOLD, inputs),
                Input.text("message", "总的说明", "资料校验未通过，请修正后重新提交"),
                Input.complaints());
    }

    private void approve(String no, ChannelOffice office) {
        mail.send(office.applications().move(no, Set.of(MERCHANT_AUDITING.name()), backOffice.sent(MERCHANT_CONFIRM)));
    }

    /** What the merchant does behind the link: the product becomes valid. */
    Application confirm(String no, ChannelOffice office) {
        return office.applications()
                .move(no, Set.of(MERCHANT_CONFIRM.name()), application -> opened(application, office)
                        .in(
                                MERCHANT_CONFIRM_SUCCESS.name(),
                                MERCHANT_CONFIRM_SUCCESS.words().text()));
    }

    static Application opened(Application application, ChannelOffice office) {
        String login = application.value("account");
        String pid = login.matches(Merchants.PID)
                ? login
                : Merchants.byLogin(office, login).map(Account::number).orElseGet(() -> office.accounts()
                        .open(FIRST_PID, application.title()));
        office.accounts().put(new Account(pid, application.title(), Map.of(LOGIN, login, PRODUCT, "valid")));
        return application.opened(pid);
    }

    /** The other thing that a merchant can do behind the link. */
    Application decline(String no, ChannelOffice office) {
        return office.applications()
                .move(
                        no,
                        Set.of(MERCHANT_CONFIRM.name()),
                        application -> application.in(MERCHANT_APPLY_ORDER_CANCELED.name(), "商户拒绝签约"));
    }

    private static void reject(String no, ChannelOffice office, OrderStatus state, Inputs inputs) {
        office.applications()
                .move(
                        no,
                        Set.of(MERCHANT_AUDITING.name()),
                        application -> application.rejected(state.name(), inputs.complaints(), inputs.text("message")));
    }
}

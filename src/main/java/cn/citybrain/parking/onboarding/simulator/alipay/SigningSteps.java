package cn.citybrain.parking.onboarding.simulator.alipay;

import static cn.citybrain.parking.onboarding.simulator.alipay.OrderStatus.MERCHANT_APPLY_ORDER_CANCELED;
import static cn.citybrain.parking.onboarding.simulator.alipay.OrderStatus.MERCHANT_AUDITING;
import static cn.citybrain.parking.onboarding.simulator.alipay.OrderStatus.MERCHANT_CONFIRM;
import static cn.citybrain.parking.onboarding.simulator.alipay.OrderStatus.MERCHANT_CONFIRM_SUCCESS;
import static cn.citybrain.parking.onboarding.simulator.alipay.OrderStatus.MERCHANT_CONFIRM_TIME_OUT;
import static cn.citybrain.parking.onboarding.simulator.alipay.OrderStatus.MERCHANT_INFO_HOLD;

import cn.citybrain.parking.onboarding.simulator.channel.Account;
import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.Action.Input;
import cn.citybrain.parking.onboarding.simulator.channel.Action.Input.Choice;
import cn.citybrain.parking.onboarding.simulator.channel.Application;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Inputs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The way of an application: AUDITING → approve (mails the link) → CONFIRM → the merchant follows the link (confirm) →
 * CONFIRM_SUCCESS, the product is valid.
 */
@Component
class SigningSteps {

    /** The product's status where the desk says otherwise, as a fact of application and account. */
    static final String PRODUCT = "product";

    /** The merchant's login, as a fact of its account. */
    static final String LOGIN = "login";

    private static final long FIRST_PID = 2_088_000_000_000_001L;

    private final ConfirmationMail mail;
    private final Clock clock;

    SigningSteps(ConfirmationMail mail, Clock clock) {
        this.mail = mail;
        this.clock = clock;
    }

    OrderStatus state(Application application) {
        return OrderStatus.of(application, clock.instant());
    }

    List<Action> actions(Application application, ChannelOffice office) {
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
                actions.add(Action.bad("expire", "商户超时未确认", inputs -> force(no, office, MERCHANT_CONFIRM_TIME_OUT)));
            }
            case MERCHANT_CONFIRM_SUCCESS -> actions.add(product(no, office));
            default -> {}
        }
        actions.add(force(no, office));
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

    private static Action product(String no, ChannelOffice office) {
        Choice[] states = Stream.of(
                        "valid",
                        "restrictValid",
                        "audit",
                        "waitConfirm",
                        "auditReject",
                        "invalid",
                        "restrictInvalid",
                        "none")
                .map(status -> new Choice(status, status))
                .toArray(Choice[]::new);
        return Action.other(
                PRODUCT,
                "改产品的签约状态",
                inputs -> setProduct(no, office, inputs.text("status")),
                Input.choice("status", "产品状态", states));
    }

    private Action force(String no, ChannelOffice office) {
        Choice[] states = Arrays.stream(OrderStatus.values())
                .map(state -> new Choice(state.name(), state.words().text()))
                .toArray(Choice[]::new);
        return Action.other(
                "force",
                "直接改成某个状态",
                inputs -> force(no, office, OrderStatus.valueOf(inputs.text("state"))),
                Input.choice("state", "状态", states));
    }

    private void approve(String no, ChannelOffice office) {
        mail.send(office.applications().move(no, Set.of(MERCHANT_AUDITING.name()), sent(MERCHANT_CONFIRM)));
    }

    private UnaryOperator<Application> sent(OrderStatus state) {
        return application -> application
                .with(OrderStatus.SENT_AT, clock.instant().toString())
                .in(state.name(), state.words().text());
    }

    /** What the merchant does behind the link: the product becomes valid. */
    Application confirm(String no, ChannelOffice office) {
        return office.applications()
                .move(no, Set.of(MERCHANT_CONFIRM.name()), application -> opened(application, office)
                        .in(
                                MERCHANT_CONFIRM_SUCCESS.name(),
                                MERCHANT_CONFIRM_SUCCESS.words().text()));
    }

    private static Application opened(Application application, ChannelOffice office) {
        String login = application.value("account");
        String pid = login.matches(Accounts.PID)
                ? login
                : Accounts.byLogin(office, login).map(Account::number).orElseGet(() -> office.accounts()
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

    private static void setProduct(String no, ChannelOffice office, String status) {
        Application changed = office.applications()
                .move(no, Set.of(MERCHANT_CONFIRM_SUCCESS.name()), application -> application.with(PRODUCT, status));
        office.accounts()
                .put(new Account(
                        changed.account(), changed.title(), Map.of(LOGIN, changed.value("account"), PRODUCT, status)));
    }

    /** Puts it into any state, as Alipay's back office can. */
    private void force(String no, ChannelOffice office, OrderStatus state) {
        Set<String> any =
                Arrays.stream(OrderStatus.values()).map(OrderStatus::name).collect(Collectors.toSet());
        office.applications()
                .move(
                        no,
                        any,
                        application -> state == MERCHANT_CONFIRM_SUCCESS
                                ? opened(application, office)
                                        .in(state.name(), state.words().text())
                                : sent(state).apply(application));
    }
}

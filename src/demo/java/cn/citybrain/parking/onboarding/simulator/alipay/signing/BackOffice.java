package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.Action.Input;
import cn.citybrain.parking.onboarding.simulator.channel.Action.Input.Choice;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.book.Account;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What only Alipay's back office can do: put an application, or its product, into any state. */
@Component
class BackOffice {

    private final Clock clock;

    BackOffice(Clock clock) {
        this.clock = clock;
    }

    /** Whether the product is valid, where the merchant's word is not enough. */
    Action product(String no, ChannelOffice office) {
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
                SigningSteps.PRODUCT,
                "改产品的签约状态",
                inputs -> setProduct(no, office, inputs.text("status")),
                Input.choice("status", "产品状态", states));
    }

    Action force(String no, ChannelOffice office) {
        return Action.force(OrderStatus.all(), state -> force(no, office, OrderStatus.valueOf(state)));
    }

    /** In a state from now on; a confirmation's fifteen days begin. */
    UnaryOperator<Application> sent(OrderStatus state) {
        return application -> application
                .with(OrderStatus.SENT_AT, clock.instant().toString())
                .in(state.name(), state.words().text());
    }

    private static void setProduct(String no, ChannelOffice office, String status) {
        Application changed = office.applications()
                .move(
                        no,
                        Set.of(OrderStatus.MERCHANT_CONFIRM_SUCCESS.name()),
                        application -> application.with(SigningSteps.PRODUCT, status));
        office.accounts()
                .put(new Account(
                        changed.account(),
                        changed.title(),
                        Map.of(SigningSteps.LOGIN, changed.value("account"), SigningSteps.PRODUCT, status)));
    }

    /** Puts it into any state, as Alipay's back office can. */
    void force(String no, ChannelOffice office, OrderStatus state) {
        Set<String> any =
                Arrays.stream(OrderStatus.values()).map(OrderStatus::name).collect(Collectors.toSet());
        office.applications()
                .move(
                        no,
                        any,
                        application -> state == OrderStatus.MERCHANT_CONFIRM_SUCCESS
                                ? SigningSteps.opened(application, office)
                                        .in(state.name(), state.words().text())
                                : sent(state).apply(application));
    }
}

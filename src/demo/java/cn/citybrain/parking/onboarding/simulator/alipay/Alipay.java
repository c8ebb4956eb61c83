package cn.citybrain.parking.onboarding.simulator.alipay;

import cn.citybrain.parking.onboarding.simulator.alipay.parking.Scenes;
import cn.citybrain.parking.onboarding.simulator.alipay.parking.Trades;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayNoticeWire;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayOperation;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayParty;
import cn.citybrain.parking.onboarding.simulator.alipay.signing.OrderStatus;
import cn.citybrain.parking.onboarding.simulator.alipay.signing.SigningFields;
import cn.citybrain.parking.onboarding.simulator.alipay.signing.SigningSteps;
import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Profile;
import cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Alipay, as a service provider's counterpart. */
@Component
@org.springframework.core.annotation.Order(1)
class Alipay implements SimulatedChannel {

    /** Answers bear no time; notifications of trades name neither plate nor lot. */
    private static final Set<Fault.Kind> IMPOSSIBLE =
            Set.of(Fault.Kind.STALE, Fault.Kind.NOTICE_OTHER_PLATE, Fault.Kind.NOTICE_OTHER_LOT);

    private final Profile profile;
    private final SigningSteps steps;

    Alipay(SigningSteps steps, AlipayNoticeWire noticeWire) {
        this.steps = steps;
        profile = new Profile(
                AlipayParty.CODE,
                "支付宝",
                List.of(AlipayOperation.values()),
                IMPOSSIBLE,
                noticeWire,
                OrderStatus.all(),
                SigningFields.WORDS);
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public Words words(Application application) {
        return steps.state(application).words();
    }

    @Override
    public List<Action> actions(Application application, ChannelOffice office) {
        return steps.actions(application, office);
    }

    @Override
    public String lotReference(Lot lot) {
        return lot.outNo();
    }

    @Override
    public String lotNumber(Lot lot) {
        return "PI" + Numbers.digits(18);
    }

    @Override
    public Map<String, Words> agreementStates() {
        return Scenes.WORDS;
    }

    @Override
    public boolean same(Order before, Order asked) {
        return before.account().equals(asked.account())
                && before.amount() == asked.amount()
                && before.visit().equals(asked.visit())
                && before.plateNo().equals(asked.plateNo())
                && before.plateColor().equals(asked.plateColor())
                && Trades.facts(before).equals(Trades.facts(asked));
    }

    @Override
    public void settled(Order order, ChannelOffice office) {
        if (order.state() == Order.State.PAID || order.state() == Order.State.FAILED) {
            office.notices().queue("trade_status_sync", order.notifyUrl(), Trades.notice(order));
        }
    }

    @Override
    public List<Action> actions(Order order, ChannelOffice office) {
        return List.of(Trades.forceStatus(order, office));
    }

    @Override
    public boolean same(Refund before, Refund asked) {
        return SimulatedChannel.super.same(before, asked) && before.facts().equals(asked.facts());
    }
}

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
import cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import cn.citybrain.parking.onboarding.simulator.channel.notice.NoticeWire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Alipay, as a service provider's counterpart. */
@Component
@org.springframework.core.annotation.Order(1)
class Alipay implements SimulatedChannel {

    private final SigningSteps steps;
    private final AlipayNoticeWire noticeWire;

    Alipay(SigningSteps steps, AlipayNoticeWire noticeWire) {
        this.steps = steps;
        this.noticeWire = noticeWire;
    }

    @Override
    public String code() {
        return AlipayParty.CODE;
    }

    @Override
    public String name() {
        return "支付宝";
    }

    @Override
    public List<? extends Operation> operations() {
        return List.of(AlipayOperation.values());
    }

    /** Answers bear no time; notifications of trades name neither plate nor lot. */
    @Override
    public Set<Fault.Kind> impossible() {
        return Set.of(Fault.Kind.STALE, Fault.Kind.NOTICE_OTHER_PLATE, Fault.Kind.NOTICE_OTHER_LOT);
    }

    @Override
    public NoticeWire noticeWire() {
        return noticeWire;
    }

    @Override
    public Map<String, Words> applicationStates() {
        Map<String, Words> states = new LinkedHashMap<>();
        for (OrderStatus state : OrderStatus.values()) {
            states.put(state.name(), state.words());
        }
        return states;
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
    public Map<String, String> fields() {
        return SigningFields.WORDS;
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

package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.Action.Input;
import cn.citybrain.parking.onboarding.simulator.channel.Action.Input.Choice;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Profile;
import cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentFields;
import cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentState;
import cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentSteps;
import cn.citybrain.parking.onboarding.simulator.wechatpay.parking.Entrances;
import cn.citybrain.parking.onboarding.simulator.wechatpay.parking.ParkingScene;
import cn.citybrain.parking.onboarding.simulator.wechatpay.parking.Transactions;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayNoticeWire;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayOperation;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** WeChat Pay, as a service provider's counterpart. */
@Component
@org.springframework.core.annotation.Order(5)
class WechatPay implements SimulatedChannel {

    private final Profile profile;
    private final ApplymentSteps steps;
    private final Entrances visits;

    WechatPay(ApplymentSteps steps, Entrances visits, WechatPayNoticeWire noticeWire) {
        this.steps = steps;
        this.visits = visits;
        profile = new Profile(
                WechatPayParty.CODE,
                "微信支付",
                List.of(WechatPayOperation.values()),
                Set.of(),
                noticeWire,
                ApplymentState.all(),
                ApplymentFields.WORDS);
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public List<Action> actions(Application application, ChannelOffice office) {
        return steps.actions(application, office);
    }

    @Override
    public List<Action> actions(Visit visit, ChannelOffice office) {
        return visit.state().equals(Visit.NORMAL)
                ? List.of(Action.bad(
                        "block",
                        "停止扣款",
                        inputs -> visits.move(office, visit.id(), Visit.BLOCKED, inputs.text("reason")),
                        Input.choice("reason", "原因", new Choice("PAUSE", "车主暂停服务"), new Choice("OVERDUE", "车主有欠费"))))
                : List.of(Action.next("unblock", "恢复", inputs -> visits.move(office, visit.id(), Visit.NORMAL, "")));
    }

    @Override
    public boolean same(Order before, Order asked) {
        return before.account().equals(asked.account())
                && before.amount() == asked.amount()
                && ParkingScene.of(before).equals(ParkingScene.of(asked))
                && before.fact("description").equals(asked.fact("description"));
    }

    @Override
    public String failure(Order accepted, ChannelOffice office) {
        Visit visit = office.visits().required(accepted.visit());
        return visit.state().equals(Visit.NORMAL) ? "" : "车主服务不可用：" + visit.reason();
    }

    @Override
    public void settled(Order order, ChannelOffice office) {
        String event = order.state() == Order.State.PAID ? "TRANSACTION.SUCCESS" : "TRANSACTION.FAIL";
        office.notices().queue(event, order.notifyUrl(), Transactions.of(order));
    }

    /** The owner repays what WeChat Pay advanced. */
    @Override
    public List<Action> actions(Order order, ChannelOffice office) {
        boolean advanced = order.state() == Order.State.PAID
                && !order.fact(Transactions.REPAID).equals("Y");
        return advanced
                ? List.of(Action.other("pay-back", "车主补缴垫付款", inputs -> payBack(order.outTradeNo(), office)))
                : List.of();
    }

    private static void payBack(String outTradeNo, ChannelOffice office) {
        Order repaid = office.orders().note(outTradeNo, order -> order.with(Transactions.REPAID, "Y"));
        office.notices().queue("TRANSACTION.PAY_BACK", repaid.notifyUrl(), Transactions.of(repaid));
    }

    @Override
    public boolean same(Refund before, Refund asked) {
        return SimulatedChannel.super.same(before, asked) && before.facts().equals(asked.facts());
    }
}

package cn.citybrain.parking.fakechannel;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.Action.Input;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Inputs;
import cn.citybrain.parking.onboarding.simulator.channel.Profile;
import cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** RECEIVED → the desk makes an appointment → MEETING → OPEN; can be refused while it is RECEIVED. */
class FakeChannel implements SimulatedChannel {

    private static final Profile PROFILE = new Profile(
            "fake",
            "试验渠道",
            List.of(FakeOperation.values()),
            EnumSet.of(
                    Kind.REFUSE_UNSIGNED,
                    Kind.WRONG_SIGNATURE,
                    Kind.UNSIGNED,
                    Kind.STALE,
                    Kind.NOTICE_WRONG_SIGNATURE,
                    Kind.NOTICE_STALE),
            new FakeNoticeWire(),
            Map.of(
                    "RECEIVED", Words.waiting("已收到"),
                    "MEETING", Words.waiting("待上门"),
                    "REFUSED", Words.bad("已驳回"),
                    "OPEN", Words.good("已开通")),
            Map.of("name", "商户名称", "licence", "营业执照"));

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public List<Action> actions(Application application, ChannelOffice office) {
        String no = application.no();
        return switch (application.state()) {
            case "RECEIVED" ->
                List.of(
                        Action.next(
                                "appoint",
                                "预约上门",
                                inputs -> appoint(no, office, inputs),
                                Input.date("date", "上门日期", "2026-11-30"),
                                Input.text("contact", "联系人", "渠道客户经理")),
                        Action.refuse(inputs -> office.applications()
                                .move(
                                        no,
                                        Set.of("RECEIVED"),
                                        found -> found.rejected(
                                                "REFUSED", inputs.complaints(), inputs.text("message")))));
            case "MEETING" ->
                List.of(Action.next(
                        "open", "开通", inputs -> office.applications().move(no, Set.of("MEETING"), found -> found.opened(
                                        office.accounts().open(9001, found.title()))
                                .in("OPEN", ""))));
            default -> List.of();
        };
    }

    private static void appoint(String no, ChannelOffice office, Inputs inputs) {
        office.applications().move(no, Set.of("RECEIVED"), found -> found.with("date", inputs.text("date"))
                .in("MEETING", inputs.text("contact") + "将于" + inputs.text("date") + "上门"));
    }

    @Override
    public void moved(Application application, ChannelOffice office) {
        office.notices()
                .queue(
                        "application",
                        application.value("notifyUrl"),
                        Map.of("no", application.no(), "state", application.state()));
    }

    @Override
    public boolean same(Order before, Order asked) {
        return before.amount() == asked.amount() && before.plateNo().equals(asked.plateNo());
    }

    @Override
    public void settled(Order order, ChannelOffice office) {
        office.notices().queue("order", order.notifyUrl(), FakeController.of(order));
    }
}

package cn.citybrain.parking.onboarding.simulator.unionpay;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Profile;
import cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** UnionPay and its signing banks. */
@Component
@org.springframework.core.annotation.Order(2)
class UnionPayChannel implements SimulatedChannel {

    /** No freshness in its answers and notifications, no status of HTTP, and no word of plate or lot in a payment. */
    private static final Set<Fault.Kind> IMPOSSIBLE = Set.of(
            Fault.Kind.STALE,
            Fault.Kind.ACCEPTED_202,
            Fault.Kind.NOTICE_STALE,
            Fault.Kind.NOTICE_OTHER_PLATE,
            Fault.Kind.NOTICE_OTHER_LOT);

    private final Profile profile;
    private final UnionPaySteps steps;

    UnionPayChannel(UnionPaySteps steps, UnionPayNoticeWire noticeWire) {
        this.steps = steps;
        profile = new Profile(
                UnionPayParty.CODE,
                "银联",
                List.of(UnionPayOperation.values()),
                IMPOSSIBLE,
                noticeWire,
                UnionPaySteps.STATES,
                fields());
    }

    @Override
    public Profile profile() {
        return profile;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MerName", "商户名称");
        fields.put("LicenseNo", "统一社会信用代码");
        fields.put("LegalName", "法定代表人");
        fields.put("ContactName", "联系人");
        fields.put("ContactMobile", "联系人手机");
        fields.put("SettleAcct", "结算账号");
        fields.put("ParkName", "停车场名称");
        fields.put("ParkAddr", "停车场地址");
        fields.put("BankCode", "签约收单银行");
        return fields;
    }

    @Override
    public List<Action> actions(Application application, ChannelOffice office) {
        return steps.actions(application, office);
    }

    @Override
    public void moved(Application application, ChannelOffice office) {
        office.notices()
                .queue(
                        "90601",
                        application.value("NoticeUrl"),
                        Map.of(
                                "MerCode",
                                UnionPayParty.MER_CODE,
                                "ApplyNo",
                                application.no(),
                                "ApplyState",
                                UnionPaySteps.wire(application)));
    }

    @Override
    public Map<String, Words> agreementStates() {
        Map<String, Words> states = SimulatedChannel.super.agreementStates();
        states.put("NO_CARD", Words.bad("没有绑卡"));
        states.put("BLACKLIST", Words.bad("在黑名单中"));
        return states;
    }

    /** The code for what the owner agreed to. */
    static String code(Agreement agreement) {
        return switch (agreement.state()) {
            case Agreement.SIGNED -> "00";
            case Agreement.PAUSED -> "05";
            case "NO_CARD" -> "28";
            case "BLACKLIST" -> "56";
            default -> "07";
        };
    }

    @Override
    public boolean same(Order before, Order asked) {
        return before.account().equals(asked.account())
                && before.amount() == asked.amount()
                && before.plateNo().equals(asked.plateNo())
                && before.facts().equals(asked.facts());
    }

    @Override
    public void settled(Order order, ChannelOffice office) {
        Map<String, Object> told = new LinkedHashMap<>(UnionPayMoney.state(order));
        // of an answer, not of a notification
        told.remove("ResultCode");
        told.put("MerCode", order.account());
        office.notices().queue("90501", order.notifyUrl(), told);
    }
}

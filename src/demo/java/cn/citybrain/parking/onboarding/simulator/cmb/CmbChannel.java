package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Profile;
import cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** China Merchants Bank. */
@Component
@org.springframework.core.annotation.Order(6)
class CmbChannel implements SimulatedChannel {

    /** No freshness in answers and notifications, and no word of plate or lot in a notification. */
    private static final Set<Fault.Kind> IMPOSSIBLE = Set.of(
            Fault.Kind.STALE,
            Fault.Kind.ACCEPTED_202,
            Fault.Kind.NOTICE_STALE,
            Fault.Kind.NOTICE_OTHER_PLATE,
            Fault.Kind.NOTICE_OTHER_LOT);

    private final Profile profile;
    private final CmbSteps steps;
    private final Clock clock;

    CmbChannel(CmbSteps steps, CmbNoticeWire noticeWire, Clock clock) {
        this.steps = steps;
        this.clock = clock;
        profile = new Profile(
                CmbParty.CODE,
                "招商银行",
                List.of(CmbOperation.values()),
                IMPOSSIBLE,
                noticeWire,
                CmbSteps.STATES,
                fields());
    }

    @Override
    public Profile profile() {
        return profile;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("merName", "商户名称");
        fields.put("merShortName", "商户简称");
        fields.put("licenseNo", "统一社会信用代码");
        fields.put("legalName", "法定代表人");
        fields.put("legalIdNo", "法定代表人身份证号码");
        fields.put("contactName", "联系人");
        fields.put("contactMobile", "联系人手机");
        fields.put("settleAccount", "结算账号");
        fields.put("settleBankNo", "开户银行联行号");
        fields.put("parkName", "停车场名称");
        fields.put("parkAddress", "停车场地址");
        fields.put("lotCapacity", "车位数");
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
                        "apply",
                        application.value("notifyUrl"),
                        Map.of(
                                "applyNo",
                                application.no(),
                                "applyState",
                                CmbSteps.wire(application),
                                "changeTime",
                                clock.instant().toString()));
    }

    @Override
    public Map<String, Words> agreementStates() {
        Map<String, Words> states = SimulatedChannel.super.agreementStates();
        states.put("DEBT", Words.bad("有欠费"));
        return states;
    }

    @Override
    public boolean same(Order before, Order asked) {
        return before.account().equals(asked.account())
                && before.amount() == asked.amount()
                && before.plateNo().equals(asked.plateNo())
                && before.fact("busiData").equals(asked.fact("busiData"));
    }

    /** Only successes are told. */
    @Override
    public void settled(Order order, ChannelOffice office) {
        if (order.paid()) {
            office.notices().queue("payment", order.notifyUrl(), CmbTrades.told(order));
        }
    }
}

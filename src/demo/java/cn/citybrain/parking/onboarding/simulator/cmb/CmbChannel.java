package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import cn.citybrain.parking.onboarding.simulator.channel.notice.NoticeWire;
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

    private final CmbSteps steps;
    private final CmbNoticeWire noticeWire;
    private final Clock clock;

    CmbChannel(CmbSteps steps, CmbNoticeWire noticeWire, Clock clock) {
        this.steps = steps;
        this.noticeWire = noticeWire;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CmbParty.CODE;
    }

    @Override
    public String name() {
        return "招商银行";
    }

    @Override
    public List<? extends Operation> operations() {
        return List.of(CmbOperation.values());
    }

    /** No freshness in answers and notifications, and no word of plate or lot in a notification. */
    @Override
    public Set<Fault.Kind> impossible() {
        return Set.of(
                Fault.Kind.STALE,
                Fault.Kind.ACCEPTED_202,
                Fault.Kind.NOTICE_STALE,
                Fault.Kind.NOTICE_OTHER_PLATE,
                Fault.Kind.NOTICE_OTHER_LOT);
    }

    @Override
    public NoticeWire noticeWire() {
        return noticeWire;
    }

    @Override
    public Map<String, Words> applicationStates() {
        return CmbSteps.STATES;
    }

    @Override
    public List<Action> actions(Application application, ChannelOffice office) {
        return steps.actions(application, office);
    }

    @Override
    public Map<String, String> fields() {
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
            Map<String, Object> told = new LinkedHashMap<>(CmbMoney.state(order));
            told.remove("tradeState");
            told.put("payType", "WX");
            told.put("dscAmt", "0");
            office.notices().queue("payment", order.notifyUrl(), told);
        }
    }
}

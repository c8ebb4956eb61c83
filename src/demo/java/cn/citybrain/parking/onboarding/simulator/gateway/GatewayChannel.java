package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Profile;
import cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A party behind a gateway, and how it decides. */
@org.springframework.core.annotation.Order(3)
final class GatewayChannel implements SimulatedChannel {

    private final Profile profile;
    private final Party party;
    private final ApplicationSteps steps;

    GatewayChannel(Party party, Clock clock) {
        this.party = party;
        this.steps = new ApplicationSteps(party, clock);
        profile = new Profile(
                party.code(),
                party.name(),
                List.of(GatewayOperation.values()),
                Set.of(),
                new GatewayNoticeWire(party, clock),
                ApplicationSteps.STATES,
                fields());
    }

    @Override
    public Profile profile() {
        return profile;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("merchantName", "商户名称");
        fields.put("licenceNumber", "统一社会信用代码");
        fields.put("licenceCopy", "营业执照照片");
        fields.put("legalPerson", "法定代表人");
        fields.put("licencePeriodBegin", "执照有效期开始");
        fields.put("licencePeriodEnd", "执照有效期结束");
        fields.put("contactName", "联系人");
        fields.put("mobilePhone", "联系人手机号码");
        fields.put("contactEmail", "联系人邮箱");
        fields.put("storeName", "停车场名称");
        fields.put("storeAddress", "停车场地址");
        fields.put("bankName", "开户支行全称");
        fields.put("accountName", "开户名称");
        fields.put("accountNumber", "银行账号");
        return fields;
    }

    @Override
    public List<Action> actions(Application application, ChannelOffice office) {
        return steps.actions(application, office);
    }

    @Override
    public void moved(Application application, ChannelOffice office) {
        office.notices().queue("application.changed", application.fact("notifyUrl"), Resources.of(application));
    }

    @Override
    public void moved(Lot lot, ChannelOffice office) {
        office.notices().queue("lot.changed", lot.fact("notifyUrl"), Resources.of(lot));
    }

    @Override
    public boolean same(Order before, Order asked) {
        return before.account().equals(asked.account())
                && before.visit().equals(asked.visit())
                && before.plateNo().equals(asked.plateNo())
                && before.amount() == asked.amount()
                && before.fact("content").equals(asked.fact("content"));
    }

    @Override
    public String failure(Order accepted, ChannelOffice office) {
        boolean signed = office.agreements()
                .of(accepted.plateNo(), accepted.plateColor())
                .state()
                .equals(Agreement.SIGNED);
        return signed ? "" : "车主没有签约，或已暂停";
    }

    @Override
    public void settled(Order order, ChannelOffice office) {
        Visit visit = office.visits().required(order.visit());
        office.notices().queue("deduction.changed", order.notifyUrl(), Resources.of(order, visit, party));
    }
}

package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.SigningVisit;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way of an application: a visit is arranged, the contract signed, devices installed where the party has any, the account opened. */
final class ApplicationSteps {

    static final String RECEIVED = "RECEIVED";
    static final String VISIT_SCHEDULED = "VISIT_SCHEDULED";
    static final String SIGNED = "SIGNED";
    static final String DEVICES_INSTALLED = "DEVICES_INSTALLED";
    static final String ACTIVE = "ACTIVE";
    static final String REJECTED = "REJECTED";
    static final String CLOSED = "CLOSED";
    static final Map<String, Words> STATES = states();

    private static final long FIRST_NUMBER = 3301000000001L;
    private static final Set<String> OPEN = Set.of(RECEIVED, VISIT_SCHEDULED, SIGNED, DEVICES_INSTALLED);

    private final Party party;
    private final SigningVisit visit;

    ApplicationSteps(Party party, Clock clock) {
        this.party = party;
        visit = new SigningVisit(
                RECEIVED,
                VISIT_SCHEDULED,
                "visitAt",
                date -> date + "T10:00:00+08:00",
                "visitContact",
                party.visitor(),
                clock);
    }

    private static Map<String, Words> states() {
        Map<String, Words> states = new LinkedHashMap<>();
        states.put(RECEIVED, Words.waiting("已收到，待预约上门"));
        states.put(VISIT_SCHEDULED, Words.waiting("已预约上门"));
        states.put(SIGNED, Words.waiting("已签约"));
        states.put(DEVICES_INSTALLED, Words.waiting("设备已安装"));
        states.put(ACTIVE, Words.good("已开通"));
        states.put(REJECTED, Words.bad("已驳回"));
        states.put(CLOSED, Words.bad("已关闭"));
        return states;
    }

    List<Action> actions(Application application, ChannelOffice office) {
        List<Action> actions = new ArrayList<>();
        String no = application.no();
        switch (application.state()) {
            case RECEIVED -> actions.add(visit.arrange(no, office));
            case VISIT_SCHEDULED -> {
                actions.add(Action.next(
                        "sign", "登记签约成功", inputs -> move(no, office, Set.of(VISIT_SCHEDULED), SIGNED, "已签约")));
                actions.add(visit.reschedule(no, office));
            }
            case SIGNED -> actions.add(party.devices() ? install(no, office) : activate(no, office));
            case DEVICES_INSTALLED -> actions.add(activate(no, office));
            default -> {}
        }
        if (OPEN.contains(application.state())) {
            actions.add(Action.refuse(inputs -> office.applications()
                    .move(no, OPEN, open -> open.rejected(REJECTED, inputs.complaints(), inputs.text("message")))));
            actions.add(Action.bad("close", "关闭申请", inputs -> move(no, office, OPEN, CLOSED, "渠道关闭了申请")));
        }
        return actions;
    }

    private static Action install(String no, ChannelOffice office) {
        return Action.next(
                "install", "登记设备安装完成", inputs -> move(no, office, Set.of(SIGNED), DEVICES_INSTALLED, "设备已安装"));
    }

    private static Action activate(String no, ChannelOffice office) {
        return Action.next("finish", "开通商户号", inputs -> office.applications()
                .move(no, Set.of(SIGNED, DEVICES_INSTALLED), application -> application
                        .opened(office.accounts().open(FIRST_NUMBER, application.title()))
                        .in(ACTIVE, "已开通")));
    }

    static void move(String no, ChannelOffice office, Set<String> from, String to, String message) {
        office.applications().move(no, from, application -> application.in(to, message));
    }
}

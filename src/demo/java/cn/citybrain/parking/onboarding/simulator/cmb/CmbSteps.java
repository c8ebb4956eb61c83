package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.SigningVisit;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The way of an application (assumed): the bank visits, signs, and opens the merchant with a cashier. */
@Component
class CmbSteps {

    static final String PENDING = "PENDING";
    static final String VISIT = "VISIT_SCHEDULED";
    static final String OPEN = "OPEN";
    static final String REJECTED = "REJECTED";
    static final String FAILED = "FAILED";
    static final Map<String, Words> STATES = states();

    private final SigningVisit visit;

    CmbSteps(Clock clock) {
        visit = new SigningVisit(
                PENDING,
                VISIT,
                "visitTime",
                date -> date.replace("-", "") + "100000",
                "visitContact",
                "客户经理 吴晨 0571-88000044",
                clock);
    }

    private static Map<String, Words> states() {
        Map<String, Words> states = new LinkedHashMap<>();
        states.put(PENDING, Words.waiting("待联系上门签约"));
        states.put(VISIT, Words.waiting("已预约上门"));
        states.put(OPEN, Words.good("签约入网成功"));
        states.put(REJECTED, Words.bad("已驳回"));
        states.put(FAILED, Words.bad("已终止"));
        return states;
    }

    /** As {@code applyState}. */
    static String wire(Application application) {
        return switch (application.state()) {
            case OPEN -> "S";
            case REJECTED -> "R";
            case FAILED -> "F";
            default -> "P";
        };
    }

    List<Action> actions(Application application, ChannelOffice office) {
        String no = application.no();
        Action sign = Action.next("finish", "登记签约入网成功", inputs -> open(no, office));
        List<Action> actions = visit.actions(application, office, sign, REJECTED);
        if (visit.undecided().contains(application.state())) {
            actions.add(Action.bad("close", "终止申请", inputs -> office.applications()
                    .move(no, visit.undecided(), one -> one.in(FAILED, "银行终止了申请"))));
        }
        return actions;
    }

    private static void open(String no, ChannelOffice office) {
        office.applications().move(no, Set.of(VISIT), application -> application
                .opened(office.accounts().open(CmbParty.FIRST_MERCHANT, application.title()))
                .in(OPEN, "签约入网成功"));
    }

    /** The cashier of a merchant. */
    static String cashier(String merId) {
        return "N" + merId.substring(merId.length() - 9);
    }
}

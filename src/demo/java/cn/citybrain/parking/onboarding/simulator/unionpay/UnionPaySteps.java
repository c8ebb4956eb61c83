package cn.citybrain.parking.onboarding.simulator.unionpay;

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

/** The way of an application (assumed): the signing bank visits, and the merchant is in the network. */
@Component
class UnionPaySteps {

    static final String IN_REVIEW = "IN_REVIEW";
    static final String VISIT = "VISIT_SCHEDULED";
    static final String PASSED = "PASSED";
    static final String REJECTED = "REJECTED";
    static final Map<String, Words> STATES = states();

    private final SigningVisit visit;

    UnionPaySteps(Clock clock) {
        visit = new SigningVisit(
                IN_REVIEW,
                VISIT,
                "VisitTime",
                date -> date + " 10:00:00",
                "VisitContact",
                "客户经理 周强 0571-88000033",
                clock);
    }

    private static Map<String, Words> states() {
        Map<String, Words> states = new LinkedHashMap<>();
        states.put(IN_REVIEW, Words.waiting("待联系上门签约"));
        states.put(VISIT, Words.waiting("已预约上门"));
        states.put(PASSED, Words.good("签约入网成功"));
        states.put(REJECTED, Words.bad("已驳回"));
        return states;
    }

    /** As {@code ApplyState}. */
    static String wire(Application application) {
        return switch (application.state()) {
            case PASSED -> "1";
            case REJECTED -> "2";
            case VISIT -> "3";
            default -> "0";
        };
    }

    List<Action> actions(Application application, ChannelOffice office) {
        Action sign = Action.next("finish", "登记签约入网成功", inputs -> pass(application.no(), office));
        return visit.actions(application, office, sign, REJECTED);
    }

    private static void pass(String no, ChannelOffice office) {
        office.applications().move(no, Set.of(VISIT), application -> application
                .opened(office.accounts().open(UnionPayParty.FIRST_MERCHANT, application.title()))
                .in(PASSED, "签约入网成功"));
    }
}

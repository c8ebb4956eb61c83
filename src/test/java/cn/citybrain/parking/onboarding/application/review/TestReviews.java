package cn.citybrain.parking.onboarding.application.review;

import cn.citybrain.parking.onboarding.application.Decision;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** Reviewers' decisions as their form would store them. */
public final class TestReviews {

    private TestReviews() {}

    public static void accept(ApplicationContext app, String no, String by) {
        app.getBean(Reviews.class).decide(no, Decision.ACCEPT, "", Map.of(), List.of(), by);
    }

    public static void giveBack(ApplicationContext app, String no, String by, String field, String reason) {
        giveBack(app, no, by, Map.of(field, reason));
    }

    /** @param remarks reasons by field key */
    public static void giveBack(ApplicationContext app, String no, String by, Map<String, String> remarks) {
        app.getBean(Reviews.class).decide(no, Decision.RETURN, "", remarks, List.of(), by);
    }

    public static void refuse(ApplicationContext app, String no, String by, String reason) {
        app.getBean(Reviews.class).decide(no, Decision.REFUSE, reason, Map.of(), List.of(), by);
    }
}

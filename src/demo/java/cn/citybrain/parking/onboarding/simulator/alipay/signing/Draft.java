package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A transaction (代商户签约事务) into which an application is written before it is confirmed.
 *
 * @param content what was written into it, by Alipay's names; pictures as ids of the office's media
 * @param state {@code init}, {@code submit} or {@code cancel}; {@code timeout} follows from the clock
 * @param filled whether a product was written into it
 * @param hold why its confirmation was put on hold, empty if it was not
 */
record Draft(
        String batchNo, Map<String, Object> content, String state, boolean filled, String hold, Instant createdAt) {

    private static final Duration LIFE = Duration.ofHours(1);

    String state(Instant now) {
        return state.equals("init") && !now.isBefore(createdAt.plus(LIFE)) ? "timeout" : state;
    }

    Draft with(Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(content);
        all.putAll(more);
        return new Draft(batchNo, all, state, true, hold, createdAt);
    }

    Draft in(String newState) {
        return new Draft(batchNo, content, newState, filled, "", createdAt);
    }

    Draft held(String why) {
        return new Draft(batchNo, content, state, filled, why, createdAt);
    }

    String value(String name) {
        return content.getOrDefault(name, "").toString();
    }
}

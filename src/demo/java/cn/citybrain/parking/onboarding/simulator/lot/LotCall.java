package cn.citybrain.parking.onboarding.simulator.lot;

import java.time.Instant;
import java.util.Map;

/**
 * One call of a lot and the platform's answer, as the lot's log keeps it. Photos are left out of {@code sent}.
 *
 * @param resultCode 200 accepted; 0 when no answer came
 */
public record LotCall(
        String id,
        Instant at,
        String call,
        Map<String, Object> sent,
        int resultCode,
        String message,
        Map<String, Object> answer) {

    public boolean accepted() {
        return resultCode == 200;
    }
}

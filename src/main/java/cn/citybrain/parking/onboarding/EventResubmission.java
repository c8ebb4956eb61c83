package cn.citybrain.parking.onboarding;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands events once more to listeners that failed or died with their node, without waiting for a restart. Every listener
 * can take an event twice: several nodes may do this at the same time.
 */
@Component
class EventResubmission {

    private final IncompleteEventPublications incomplete;
    private final EarlierEvents earlier;
    private final Duration after;

    EventResubmission(
            IncompleteEventPublications incomplete,
            EarlierEvents earlier,
            @Value("${onboarding.events.resubmit-after:5m}") Duration after) {
        this.incomplete = incomplete;
        this.earlier = earlier;
        this.after = after;
    }

    @Scheduled(fixedDelayString = "${onboarding.events.resubmit-every:1m}")
    void resubmit() {
        earlier.rename();
        incomplete.resubmitIncompletePublicationsOlderThan(after);
    }
}

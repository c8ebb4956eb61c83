package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.notification.Mailer;
import java.time.Instant;
import java.util.Optional;

/**
 * What one mail is about.
 *
 * @param turn what makes this mail another one than the last with the same template, e.g. the id of the step
 * @param lot the lot that it concerns too: while it waits, it follows the lot to another vendor
 * @param task what it leads to; without one it leads to the lot's or the application's page
 */
public record Post(
        String template,
        String turn,
        String applicationNo,
        Optional<LotBinding> lot,
        Optional<AtTask> task,
        Manner manner) {

    /** @param due null for none */
    public record AtTask(String id, Instant due) {}

    /** At once, about no task. */
    static Post of(String template, String turn, String applicationNo, Optional<LotBinding> lot) {
        return new Post(template, turn, applicationNo, lot, Optional.empty(), Manner.AT_ONCE);
    }

    Post to(Optional<AtTask> found) {
        return new Post(template, turn, applicationNo, lot, found, manner);
    }

    Mailer.About about() {
        return new Mailer.About(applicationNo, lot.map(LotBinding::lotCode).orElse(null));
    }
}

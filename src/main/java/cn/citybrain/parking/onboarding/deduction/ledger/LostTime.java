package cn.citybrain.parking.onboarding.deduction.ledger;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionSettings;
import cn.citybrain.parking.onboarding.restore.Restore;
import cn.citybrain.parking.onboarding.restore.Restores;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What a restored backup may not know: money that moved between the backup and its restoration. A bill that is not older
 * than the oldest that is charged may have been charged then, under the number that it would get now; there is one attempt
 * for a bill, so no other number has to be asked for.
 */
@Component
public class LostTime {

    private final Restores restores;
    private final DeductionTable table;
    private final DeductionSettings settings;

    LostTime(Restores restores, DeductionTable table, DeductionSettings settings) {
        this.restores = restores;
        this.table = table;
        this.settings = settings;
    }

    /** Everything undecided is asked about anew, for as long as if it had been sent just now. */
    @PostConstruct
    void askAnew() {
        restores.latest()
                .filter(restore -> !restore.finished())
                .ifPresent(restore ->
                        table.askAnew(restore.noticedAt(), restore.noticedAt().plus(settings.giveUpAfter())));
    }

    /** Whether this charge may have been made, or given back, without this database knowing. */
    public boolean mayHold(Deduction deduction) {
        return restores.latest()
                .filter(restore ->
                        deduction.createdAt().isBefore(restore.noticedAt().plus(settings.billMaxAge())))
                .isPresent();
    }

    /** The last moment at which it can have gone out; when it was written down, if it was never sent. */
    public Instant lastSent(Deduction deduction) {
        Instant known = Objects.requireNonNullElse(deduction.lastSentAt(), deduction.createdAt());
        return restores.latest()
                .map(Restore::noticedAt)
                .filter(noticed -> deduction.createdAt().isBefore(noticed) && noticed.isAfter(known))
                .orElse(known);
    }
}

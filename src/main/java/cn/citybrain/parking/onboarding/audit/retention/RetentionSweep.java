package cn.citybrain.parking.onboarding.audit.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes at night what nothing lets anybody keep longer: each application and each batch in a transaction of its own, with
 * the word that says so. Any number of nodes; what one turn does not get to is left to the next night.
 */
@Component
@EnableConfigurationProperties(RetentionRules.class)
public class RetentionSweep {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionSweep.class);

    private final RetentionRules rules;
    private final OverApplications applications;
    private final List<Remover> removers;
    private final List<AgedRemover> aged;
    private final Removals removals;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RetentionSweep(
            RetentionRules rules,
            OverApplications applications,
            List<Remover> removers,
            List<AgedRemover> aged,
            Removals removals,
            TransactionTemplate transaction,
            Clock clock) {
        this.rules = rules;
        this.applications = applications;
        this.removers = removers;
        this.aged = aged;
        this.removals = removals;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "${onboarding.retention.sweep-at}", zone = "Asia/Shanghai")
    void onSchedule() {
        sweep();
    }

    /** How many rows of each kind were emptied or deleted. */
    public Map<DataKind, Integer> sweep() {
        Instant until = clock.instant().plus(rules.forAtMost());
        Map<DataKind, Integer> removed = new EnumMap<>(DataKind.class);
        removers.forEach(remover -> removed.put(remover.kind(), ofApplications(remover, until)));
        aged.forEach(remover -> removed.put(remover.kind(), ofNoApplication(remover, until)));
        removed.values().removeIf(count -> count == 0);
        if (!removed.isEmpty()) {
            LOG.info("removed because its time was over, in rows: {}", removed);
        }
        return removed;
    }

    private int ofApplications(Remover remover, Instant until) {
        Instant before = before(remover.kind());
        int removed = 0;
        long after = 0;
        List<Over> found;
        do {
            found = applications.next(before, remover.left(), after, rules.batch());
            for (Over over : found) {
                after = over.id();
                removed += clock.instant().isAfter(until) ? 0 : of(remover, over);
            }
        } while (found.size() == rules.batch() && !clock.instant().isAfter(until));
        return removed;
    }

    private int of(Remover remover, Over over) {
        try {
            return transaction.execute(status -> applications.lock(over, remover.left())
                    ? told(remover.kind(), over.no(), remover.remove(over))
                    : 0);
        } catch (RuntimeException e) {
            LOG.error("{} of application {} could not be removed; tried again tomorrow", remover.kind(), over.no(), e);
            return 0;
        }
    }

    private int ofNoApplication(AgedRemover remover, Instant until) {
        Instant before = before(remover.kind());
        int removed = 0;
        int batch;
        do {
            batch = batch(remover, before);
            removed += batch;
        } while (batch > 0 && !clock.instant().isAfter(until));
        return removed;
    }

    private int batch(AgedRemover remover, Instant before) {
        try {
            return transaction.execute(status -> told(remover.kind(), null, remover.remove(before, rules.batch())));
        } catch (RuntimeException e) {
            LOG.error("{} could not be removed; tried again tomorrow", remover.kind(), e);
            return 0;
        }
    }

    private int told(DataKind kind, String no, List<RemovedRow> rows) {
        if (!rows.isEmpty()) {
            removals.record(kind, no, rules.words(kind), rows);
        }
        return rows.size();
    }

    private Instant before(DataKind kind) {
        return rules.before(kind, ZonedDateTime.now(clock)).toInstant();
    }
}

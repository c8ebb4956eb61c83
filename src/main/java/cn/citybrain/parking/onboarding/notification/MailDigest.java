package cn.citybrain.parking.onboarding.notification;

import cn.citybrain.parking.onboarding.notification.CollectedMails.Collected;
import cn.citybrain.parking.onboarding.words.MailAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At the full hour, makes one mail to each address of what was collected for it and still waits for somebody. One transaction
 * for each address and a key for its hour: with any number of nodes nobody gets two, and nothing is lost when one dies.
 */
@Component
public class MailDigest {

    private static final Logger LOG = LoggerFactory.getLogger(MailDigest.class);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH");

    private final CollectedMails mails;
    private final GroupTasks tasks;
    private final DigestText text;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailDigest(CollectedMails mails, GroupTasks tasks, DigestText text, TransactionTemplate transaction, Clock clock) {
        this.mails = mails;
        this.tasks = tasks;
        this.text = text;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${onboarding.mail.interval:2s}")
    void onSchedule() {
        writeDue();
    }

    /** Writes the mails of this hour into the outbox, and returns how many. */
    public int writeDue() {
        List<Collected> due = mails.due();
        if (due.isEmpty()) {
            return 0;
        }
        Map<String, List<Collected>> byAddress = due.stream()
                .collect(Collectors.groupingBy(
                        mail -> MailAddress.key(mail.recipient()), LinkedHashMap::new, Collectors.toList()));
        Map<String, Set<String>> takers =
                tasks.takers(due.stream().map(Collected::taskId).collect(Collectors.toSet()));
        Set<String> unreminded = tasks.unreminded(byAddress.keySet());
        int written = 0;
        for (var one : byAddress.entrySet()) {
            List<Collected> wanted = one.getValue().stream()
                    .filter(mail -> takers.getOrDefault(mail.taskId(), Set.of()).contains(one.getKey()))
                    .filter(mail -> mail.occasion() != Mailer.Occasion.DUE_SOON || !unreminded.contains(one.getKey()))
                    .toList();
            written += write(one.getKey(), one.getValue(), wanted) ? 1 : 0;
        }
        return written;
    }

    /** What is wrong with one mail must not keep the others. */
    private boolean write(String address, List<Collected> due, List<Collected> wanted) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean mine = wanted.isEmpty() || went(address, wanted);
                if (!mine) {
                    status.setRollbackOnly();
                    return false;
                }
                mails.dropped(ids(due).stream()
                        .filter(id -> !ids(wanted).contains(id))
                        .toList());
                return !wanted.isEmpty();
            }));
        } catch (DuplicateKeyException e) {
            // another node was faster, or this came after the mail of its hour: then it goes with the next
            Instant next = tasks.nextHour(clock.instant());
            transaction.executeWithoutResult(status -> mails.postponed(ids(due), next));
            return false;
        } catch (DataAccessException e) {
            LOG.warn("collected mails wait: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private boolean went(String address, List<Collected> wanted) {
        String hour = HOUR.withZone(clock.getZone()).format(clock.instant());
        MailTemplates.Text mail = text.of(wanted);
        long digest =
                mails.add("digest/" + hour + "/" + address, wanted.get(0).recipient(), mail.subject(), mail.body());
        return mails.wentWith(digest, ids(wanted));
    }

    private static Set<Long> ids(Collection<Collected> mails) {
        return mails.stream().map(Collected::id).collect(Collectors.toSet());
    }
}

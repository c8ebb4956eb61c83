package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.MailWishes;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.process.mail.Post.AtTask;
import cn.citybrain.parking.onboarding.words.MailAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The mails of the processes: names, numbers and reasons, never what was entered into a form. */
@Component
public class ProcessMails {

    private final Mailer mailer;
    private final PostFacts facts;
    private final NextTask next;
    private final MailWishes wishes;
    private final SendingHours hours;
    private final Clock clock;

    ProcessMails(Mailer mailer, PostFacts facts, NextTask next, MailWishes wishes, SendingHours hours, Clock clock) {
        this.mailer = mailer;
        this.facts = facts;
        this.next = next;
        this.wishes = wishes;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * One mail to each address, at once.
     *
     * @param turn what makes this mail another one than the last with the same template, e.g. the id of the step
     * @param values what the template names beside the application's own facts
     */
    public void send(
            String template, String turn, String applicationNo, Collection<String> to, Map<String, Object> values) {
        send(Post.of(template, turn, applicationNo, Optional.empty()), to, values);
    }

    /** As {@link #send}, about a lot. */
    public void sendAboutLot(
            String template, String turn, LotBinding lot, Collection<String> to, Map<String, Object> values) {
        send(Post.of(template, turn, lot.applicationNo(), Optional.of(lot)), to, values);
    }

    /** As {@link #send}, to the applicant, whose turn it becomes: leads to the task that the transaction comes to. */
    public void sendToTurn(
            String template, String turn, String applicationNo, Collection<String> to, Map<String, Object> values) {
        Post post = Post.of(template, turn, applicationNo, Optional.empty());
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            send(post, to, values);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                send(post.to(next.of(applicationNo, Role.LOT_OPERATOR)), to, values);
            }
        });
    }

    /** One mail to each address, in its manner. */
    public void send(Post post, Collection<String> to, Map<String, Object> values) {
        Map<String, Object> model = new HashMap<>(facts.of(post));
        model.putAll(values);
        String key = post.template() + "/" + post.turn() + "/";
        if (to.isEmpty()) {
            mailer.nobodyToTell(post.about(), key, "（没有邮箱地址）", post.template(), model);
            return;
        }
        Set<String> unreminded = post.manner().reminds() ? wishes.unreminded(to) : Set.of();
        for (String address : MailAddress.distinct(to)) {
            if (!unreminded.contains(MailAddress.key(address))) {
                write(post, key + MailAddress.key(address), address, model);
            }
        }
    }

    private void write(Post post, String key, String to, Map<String, Object> model) {
        Instant hour = hours.next(clock.instant());
        Optional<AtTask> collected = post.task()
                .filter(task -> post.manner().collected())
                .filter(task -> task.due() == null || task.due().isAfter(hour));
        if (collected.isPresent()) {
            AtTask task = collected.get();
            Mailer.Matter matter = new Mailer.Matter(task.id(), post.manner().occasion(), task.due(), hour);
            mailer.collect(matter, post.about(), key, to, post.template(), model);
        } else if (post.manner().reminds()) {
            mailer.remind(post.about(), key, to, post.template(), model);
        } else {
            mailer.enqueueAbout(post.about(), key, to, post.template(), model);
        }
    }
}

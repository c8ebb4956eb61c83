package cn.citybrain.parking.onboarding.process.expiry;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.life.ApplicationLife;
import cn.citybrain.parking.onboarding.application.register.UnchangedApplications;
import cn.citybrain.parking.onboarding.application.register.UnchangedApplications.Unchanged;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.work.Correlations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells applicants of what they forgot, and ends it when that does not help. Any number of nodes. */
@Component
@EnableConfigurationProperties(ExpirySettings.class)
public class ForgottenApplications {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenApplications.class);
    private static final String BY = "system";

    private final UnchangedApplications unchanged;
    private final ApplicationLife life;
    private final Correlations correlations;
    private final TaskService tasks;
    private final ProcessMails mails;
    private final Addressees addressees;
    private final ExpirySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ForgottenApplications(
            UnchangedApplications unchanged,
            ApplicationLife life,
            Correlations correlations,
            TaskService tasks,
            ProcessMails mails,
            Addressees addressees,
            ExpirySettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.unchanged = unchanged;
        this.life = life;
        this.correlations = correlations;
        this.tasks = tasks;
        this.mails = mails;
        this.addressees = addressees;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 0)
    @Scheduled(cron = "${onboarding.application.sweep-at}", zone = "Asia/Shanghai")
    void onSchedule() {
        runOnce();
    }

    /** Looks at each application in a transaction of its own. */
    public void runOnce() {
        Instant now = clock.instant();
        Instant silent = now.minus(settings.forgottenAfter()).plus(settings.tellBefore());
        Instant given = now.plus(settings.tellBefore());
        for (String no : unchanged.since(silent, given)) {
            try {
                transaction.executeWithoutResult(status -> unchanged
                        .locked(no, silent, given)
                        .filter(found -> isWithTheOperator(no))
                        .ifPresent(found -> see(found, now)));
            } catch (RuntimeException e) {
                LOG.warn("the forgotten application {} could not be seen to; tried again tomorrow", no, e);
            }
        }
    }

    /** An instance of a version that cannot end so is left alone, and so is one where a reviewer finds out the reasons. */
    private boolean isWithTheOperator(String no) {
        return correlations.canExpire(no)
                && tasks.createTaskQuery()
                                .processInstanceBusinessKey(no)
                                .taskCandidateGroup(Role.LOT_OPERATOR.group())
                                .includeAssignedTasks()
                                .count()
                        > 0;
    }

    /** Nothing ends before its applicant was told, and had the time that the mail names. */
    private void see(Unchanged found, Instant now) {
        if (found.toldAt() == null) {
            tell(found, now.plus(settings.tellBefore()));
        } else if (!found.end(settings.forgottenAfter()).isAfter(now)
                && !found.toldAt().plus(settings.tellBefore()).isAfter(now)) {
            life.expired(found.no(), BY, settings.forgottenAfter().toDays() + " 天没有改动，自动结束");
            correlations.expireApplication(found.no());
        }
    }

    private void tell(Unchanged found, Instant end) {
        unchanged.told(found.no());
        mails.send(
                "application-forgotten",
                found.no() + "/" + found.since() + (found.keptUntil() == null ? "" : "/" + found.keptUntil()),
                found.no(),
                addressees.applicant(found.no()),
                Map.of(
                        "since", day(found.since()),
                        "end", day(end),
                        "days", settings.forgottenAfter().toDays()));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}

package cn.citybrain.parking.onboarding.process.restore;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.UnknownApplication;
import cn.citybrain.parking.onboarding.restore.Restores;
import java.time.Instant;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** What a restored backup may not know: applications and lots that a channel got in the lost time. Channels are asked first. */
@Component
public class LostSubmissions {

    private final Restores restores;
    private final Applications applications;

    LostSubmissions(Restores restores, Applications applications) {
        this.restores = restores;
        this.applications = applications;
    }

    /**
     * Whether the channel has an application of the lost time and works on it, or has opened it. What it refused, closed or
     * does not know is submitted (again).
     */
    public boolean known(Accounts channel, String applicationNo) {
        return before(applications.createdAt(applicationNo)) && underWay(channel, applicationNo);
    }

    private static boolean underWay(Accounts channel, String applicationNo) {
        try {
            ReviewResult result = channel.review(applicationNo);
            return !(result instanceof ReviewResult.Rejected
                    || result instanceof ReviewResult.Closed
                    || result instanceof ReviewResult.Expired
                    || result instanceof ReviewResult.Undetermined);
        } catch (UnknownApplication never) {
            return false;
        }
    }

    /** Whether the step was there before the restore, so that its call may have been made in the lost time. */
    public boolean mayHold(LockedExternalTask task) {
        return before(task.getCreateTime().toInstant());
    }

    private boolean before(Instant moment) {
        return restores.latest()
                .filter(restore -> moment.isBefore(restore.noticedAt()))
                .isPresent();
    }
}

package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.application.Applications;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A channel's refusal of an application: stored field by field, told to the model and to the applicant. */
@Component
class ChannelRefusals {

    private final Applications applications;
    private final ProcessMails mails;
    private final Addressees addressees;

    ChannelRefusals(Applications applications, ProcessMails mails, Addressees addressees) {
        this.applications = applications;
        this.mails = mails;
        this.addressees = addressees;
    }

    /** @param turn id of the step that was refused */
    Answer refused(String turn, String no, List<FieldIssue> issues, String message) {
        boolean known = issues.stream().anyMatch(issue -> !issue.fieldKey().isEmpty());
        return new Answer.Refused("channelRefused", Map.of(Variables.REASONS_KNOWN.name(), known), () -> {
            applications.channelRefused(no, issues, message);
            if (known) {
                tell(turn, no, issues.stream().map(FieldIssue::reason).toList());
            }
        });
    }

    void tell(String turn, String no, List<String> reasons) {
        mails.send("channel-returned", turn, no, addressees.applicant(no), Map.of("reasons", Reasons.list(reasons)));
    }
}

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
        return new Answer.Refused(
                "channelRefused",
                Map.of(Variables.REASONS_KNOWN.name(), reasonsKnown(issues)),
                () -> record(turn, no, issues, message));
    }

    /** Stores it, and tells the applicant what to correct where that is known. */
    void record(String turn, String no, List<FieldIssue> issues, String message) {
        applications.channelRefused(no, issues, message);
        if (reasonsKnown(issues)) {
            tell(turn, no, issues.stream().map(FieldIssue::reason).toList());
        }
    }

    static boolean reasonsKnown(List<FieldIssue> issues) {
        return issues.stream().anyMatch(issue -> !issue.fieldKey().isEmpty());
    }

    void tell(String turn, String no, List<String> reasons) {
        mails.send("channel-returned", turn, no, addressees.applicant(no), Map.of("reasons", Reasons.list(reasons)));
    }
}

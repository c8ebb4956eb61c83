package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.application.register.FieldNames;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import cn.citybrain.parking.onboarding.process.visit.UploadedContract;
import cn.citybrain.parking.onboarding.process.work.Answer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A channel's refusal of an application: stored field by field, told to the model and to the applicant. */
@Component
class ChannelRefusals {

    static final String REFUSED = "channelRefused";

    private final ChannelAnswers answers;
    private final UploadedContract contract;
    private final FieldNames fields;
    private final ProcessMails mails;
    private final Addressees addressees;

    ChannelRefusals(
            ChannelAnswers answers,
            UploadedContract contract,
            FieldNames fields,
            ProcessMails mails,
            Addressees addressees) {
        this.answers = answers;
        this.contract = contract;
        this.fields = fields;
        this.mails = mails;
        this.addressees = addressees;
    }

    /** @param turn id of the step that was refused */
    Answer.Refused refused(String turn, String no, List<FieldIssue> issues, String message) {
        return refused(turn, no, issues, message, REFUSED);
    }

    /** @param errorCode the model's name for this refusal */
    Answer.Refused refused(String turn, String no, List<FieldIssue> issues, String message, String errorCode) {
        return new Answer.Refused(
                errorCode,
                Map.of(Variables.REASONS_KNOWN.name(), reasonsKnown(issues)),
                () -> record(turn, no, issues, message));
    }

    /** The channel will not have this application, whatever is corrected. */
    Answer.Refused closed(String no, String reason) {
        return new Answer.Refused(
                "channelClosed", Map.of(Variables.REFUSAL_REASON.name(), Reasons.safe(reason)), () -> {
                    contract.keep(no);
                    answers.closed(no, reason);
                });
    }

    /** Stores it, and tells the applicant what to correct where that is known. */
    void record(String turn, String no, List<FieldIssue> issues, String message) {
        contract.keep(no);
        answers.refused(no, issues, message);
        if (reasonsKnown(issues)) {
            tell(
                    turn,
                    no,
                    issues.stream()
                            .map(issue -> fields.named(no, issue.fieldKey(), issue.reason()))
                            .toList());
        }
    }

    static boolean reasonsKnown(List<FieldIssue> issues) {
        return issues.stream().anyMatch(issue -> !issue.fieldKey().isEmpty());
    }

    void tell(String turn, String no, List<String> reasons) {
        mails.sendToTurn(
                "channel-returned", turn, no, addressees.applicant(no), Map.of("reasons", Reasons.list(reasons)));
    }
}

package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.application.Applications;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import java.util.List;
import java.util.Map;

/** A channel's refusal of an application: stored field by field, and told to the model. */
final class Refusals {

    private Refusals() {}

    static Answer ofApplication(Applications applications, String no, List<FieldIssue> issues, String message) {
        boolean known = issues.stream().anyMatch(issue -> !issue.fieldKey().isEmpty());
        return new Answer.Refused(
                "channelRefused",
                Map.of(Variables.REASONS_KNOWN.name(), known),
                () -> applications.channelRefused(no, issues, message));
    }
}

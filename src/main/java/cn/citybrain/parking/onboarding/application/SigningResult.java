package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What somebody without an interface answered, as the operating company recorded it.
 *
 * @param channelAccount their number of the merchant; empty when they refused
 * @param reason why they refused, Chinese; empty otherwise
 * @param remarks reasons by field key
 * @param documentId the answer in writing, null if it is none (a refusal by telephone)
 */
public record SigningResult(
        Outcome outcome,
        String channelAccount,
        String reason,
        Map<String, String> remarks,
        String documentId,
        String recordedBy,
        Instant recordedAt) {

    public SigningResult {
        remarks = Map.copyOf(remarks);
    }

    /** What they answered; the words of the process variable {@code resultDecision}. */
    public enum Outcome {
        OPENED("opened"),
        REFUSED("refused");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The remarks as a channel's adapter would report them; the reason alone where there are none. */
    public List<FieldIssue> issues() {
        return remarks.isEmpty()
                ? List.of(new FieldIssue("", reason))
                : remarks.entrySet().stream()
                        .map(remark -> new FieldIssue(remark.getKey(), remark.getValue()))
                        .toList();
    }
}

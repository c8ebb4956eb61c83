package cn.citybrain.parking.onboarding.audit.story;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What was submitted at one time, whole.
 *
 * @param number from 1
 * @param what Chinese name of what was submitted: stages of the form, or 补正
 * @param values in the form's order
 * @param papers in the form's order
 * @param changes against the revision before; none in the first
 */
public record SubmittedRevision(
        int number,
        String what,
        Person submittedBy,
        Instant submittedAt,
        List<Value> values,
        List<RevisionPaper> papers,
        List<Doubt> doubts,
        List<Change> changes,
        List<RemarkMade> remarks,
        List<DecisionMade> decisions) {

    Stream<Person> people() {
        return Stream.of(
                        Stream.of(submittedBy),
                        remarks.stream().map(RemarkMade::by),
                        decisions.stream().map(DecisionMade::by))
                .flatMap(people -> people);
    }

    /** With the names and roles of its people. */
    SubmittedRevision by(UnaryOperator<Person> known) {
        return new SubmittedRevision(
                number,
                what,
                known.apply(submittedBy),
                submittedAt,
                values,
                papers,
                doubts,
                changes,
                remarks.stream().map(remark -> remark.named(known)).toList(),
                decisions.stream().map(decision -> decision.named(known)).toList());
    }

    /**
     * @param stage Chinese name of the stage that the field is in
     * @param masked whether parts of the value are hidden until they are asked for with a reason
     */
    public record Value(String key, String label, String stage, String value, boolean masked) {}

    /** @param preview address of the bytes of this revision */
    public record RevisionPaper(
            String key,
            String label,
            String documentId,
            String fileName,
            String mediaType,
            String sha256,
            String preview) {}

    /** @param doubt what was doubtful, or that it was given back and came as it was @param explanation what the applicant said to it, empty if nothing */
    public record Doubt(String key, String label, String doubt, String explanation) {}

    /** @param before null where there was nothing @param after null where nothing is left @param paper whether these are file names */
    public record Change(String key, String label, String before, String after, boolean paper) {}

    /** @param source Chinese: who found it */
    public record RemarkMade(String key, String label, String reason, String source, Person by, Instant at) {

        RemarkMade named(UnaryOperator<Person> known) {
            return new RemarkMade(key, label, reason, source, known.apply(by), at);
        }
    }

    /** @param decision name of it @param words Chinese @param usedAt when the process acted on it; null if it never did */
    public record DecisionMade(
            String decision,
            String words,
            String reason,
            List<String> confirmedDoubts,
            Person by,
            Instant at,
            Instant usedAt) {

        DecisionMade named(UnaryOperator<Person> known) {
            return new DecisionMade(decision, words, reason, confirmedDoubts, known.apply(by), at, usedAt);
        }
    }
}

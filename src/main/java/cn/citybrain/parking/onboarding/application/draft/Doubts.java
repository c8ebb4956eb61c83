package cn.citybrain.parking.onboarding.application.draft;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.CheckResult;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The doubts about a draft: the applicant sees them before the reviewer does, and corrects the value or says in a sentence
 * why it is right. What was said to a doubt holds as long as the values do that it is about.
 */
@Component
public class Doubts {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;

    private final DraftRows drafts;
    private final Revisions revisions;
    private final ApplicationForms forms;

    Doubts(DraftRows drafts, Revisions revisions, ApplicationForms forms) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.forms = forms;
    }

    /** What the newest revision says to those of these doubts that it had, by field key. */
    public Map<String, String> answered(Application application, Map<String, String> warnings) {
        Map<String, String> now = drafts.values(application.no());
        Catalogue catalogue = forms.of(application, now);
        Map<String, String> answered = new LinkedHashMap<>();
        revisions
                .find(application.no(), application.revision())
                .ifPresent(before -> warnings.forEach((key, doubt) -> Optional.ofNullable(
                                before.explanations().get(key))
                        .filter(said -> doubt.equals(before.warnings().get(key)))
                        .filter(said -> about(catalogue, key).allMatch(value -> unchanged(before, now, value)))
                        .ifPresent(said -> answered.put(key, said))));
        return answered;
    }

    /**
     * What is said to each doubt.
     *
     * @throws InvalidFields if one is left without a sentence
     */
    Map<String, String> explained(Application application, CheckResult result, Map<String, String> given) {
        Map<String, String> explained = new LinkedHashMap<>(answered(application, result.warnings()));
        given.forEach((key, sentence) -> {
            String said = Typed.lines(sentence).replace('\n', ' ');
            if (result.warnings().containsKey(key) && !said.isEmpty()) {
                explained.put(key, said);
            }
        });
        Map<String, String> open = new LinkedHashMap<>();
        result.warnings().forEach((key, doubt) -> obstacle(explained.get(key))
                .ifPresent(obstacle -> open.put(key, doubt + "。" + obstacle)));
        if (!open.isEmpty()) {
            throw new InvalidFields("还有 " + open.size() + " 处疑点：" + String.join("；", open.values()), open);
        }
        return explained;
    }

    private static Optional<String> obstacle(String sentence) {
        if (sentence == null) {
            return Optional.of("请更正，或写一句说明给审核人员看");
        }
        if (Typed.length(sentence) < SHORTEST || Typed.length(sentence) > LONGEST) {
            return Optional.of("说明请写 " + SHORTEST + " 至 " + LONGEST + " 个字");
        }
        return Optional.empty();
    }

    /** Keys of the values that a doubt about a field is about. */
    private static Stream<String> about(Catalogue catalogue, String key) {
        return Stream.concat(Stream.of(key), catalogue.field(key).stream().flatMap(Field::comparedWith));
    }

    private static boolean unchanged(Revision before, Map<String, String> now, String key) {
        return Objects.equals(before.values().get(key), now.get(key));
    }
}

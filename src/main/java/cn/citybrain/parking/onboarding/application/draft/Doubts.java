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
import org.springframework.transaction.annotation.Transactional;

/**
 * What the applicant has to say something to: doubts about a draft, which they see before the reviewer does, and what was given
 * back and comes as it was. They correct the value or say in a sentence why it is right. What was said to a doubt holds as
 * long as the values do that it is about, and nobody gave them back since.
 */
@Component
public class Doubts {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;
    /** So many at most, and of fields with keys of such a length, are kept with a draft. */
    private static final int MOST = 100;

    private static final int KEY_LENGTH = 128;

    private final DraftRows drafts;
    private final Revisions revisions;
    private final ApplicationForms forms;

    Doubts(DraftRows drafts, Revisions revisions, ApplicationForms forms) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.forms = forms;
    }

    /** Keeps what is written so far; what is too long to be submitted is cut. */
    @Transactional
    public void keep(String no, Map<String, String> written) {
        Map<String, String> kept = new LinkedHashMap<>();
        written.entrySet().stream().limit(MOST).forEach(said -> {
            String sentence = Typed.first(Typed.lines(said.getValue()).replace('\n', ' '), LONGEST);
            if (!sentence.isEmpty() && said.getKey().length() <= KEY_LENGTH) {
                kept.put(said.getKey(), sentence);
            }
        });
        drafts.say(no, kept);
    }

    /** What is said so far: in the draft, or to the same doubt by the newest revision; by field key. */
    public Map<String, String> said(Application application, CheckResult result) {
        Map<String, String> said = new LinkedHashMap<>(answered(application, result));
        drafts.said(application.no()).forEach((key, sentence) -> {
            if (result.warnings().containsKey(key) || result.returned().containsKey(key)) {
                said.put(key, sentence);
            }
        });
        return said;
    }

    /** What the newest revision says to those of these doubts that it had, by field key. */
    private Map<String, String> answered(Application application, CheckResult result) {
        Map<String, String> now = drafts.values(application.no());
        Catalogue catalogue = forms.of(application, now);
        Map<String, String> answered = new LinkedHashMap<>();
        revisions.find(application.no(), application.revision()).ifPresent(before -> result.warnings()
                .forEach((key, doubt) -> Optional.ofNullable(
                                before.explanations().get(key))
                        .filter(said -> doubt.equals(before.warnings().get(key)))
                        .filter(said -> !result.returned().containsKey(key))
                        .filter(said -> about(catalogue, key).allMatch(value -> unchanged(before, now, value)))
                        .ifPresent(said -> answered.put(key, said))));
        return answered;
    }

    /**
     * What is said to each doubt, and to each thing that was given back and is as it was.
     *
     * @throws InvalidFields if one is left without a sentence
     */
    Map<String, String> explained(Application application, CheckResult result, Map<String, String> given) {
        Map<String, String> asked = new LinkedHashMap<>(result.warnings());
        asked.putAll(result.returned());
        Map<String, String> explained = new LinkedHashMap<>(said(application, result));
        given.forEach((key, sentence) -> {
            String said = Typed.lines(sentence).replace('\n', ' ');
            if (asked.containsKey(key) && !said.isEmpty()) {
                explained.put(key, said);
            }
        });
        Map<String, String> before = saidBefore(application);
        Map<String, String> open = new LinkedHashMap<>();
        asked.forEach((key, why) -> obstacle(explained.get(key))
                .or(() -> again(result, key, explained, before))
                .ifPresent(obstacle -> open.put(key, why + "。" + obstacle)));
        if (!open.isEmpty()) {
            boolean returned = open.keySet().stream().anyMatch(result.returned()::containsKey);
            throw new InvalidFields(
                    "还有 " + open.size() + (returned ? " 处要更正或说明：" : " 处疑点：") + String.join("；", open.values()), open);
        }
        return explained;
    }

    private Map<String, String> saidBefore(Application application) {
        return revisions
                .find(application.no(), application.revision())
                .map(Revision::explanations)
                .orElse(Map.of());
    }

    /** The reviewer has read that one, and gave the field back all the same. */
    private static Optional<String> again(
            CheckResult result, String key, Map<String, String> explained, Map<String, String> before) {
        return result.returned().containsKey(key) && explained.get(key).equals(before.get(key))
                ? Optional.of("说明与上次相同，请按退回的原因另写")
                : Optional.empty();
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

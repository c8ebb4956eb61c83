package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.application.WholeRevision;
import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What applicants submitted: which revision, and what it changed. The whole of it stands in the revision. */
@Component
class SubmissionsMade implements Chapter {

    @Override
    public List<Entry> of(Subject subject) {
        List<Entry> told = new ArrayList<>();
        WholeRevision before = null;
        for (WholeRevision revision : subject.form().revisions()) {
            told.add(told(subject, before, revision));
            before = revision;
        }
        return told;
    }

    private static Entry told(Subject subject, WholeRevision before, WholeRevision revision) {
        Told told = Told.at(revision.submittedAt(), Kind.REVISION, "第 " + revision.number() + " 次提交：" + revision.what())
                .by(revision.submittedBy())
                .fact("填写项", revision.answers().size())
                .fact("证照材料", revision.papers().size())
                .fact("变更项", before == null ? "" : String.join("、", changed(subject, before, revision)));
        revision.doubts().forEach((key, doubt) -> told.fact("提示：" + subject.label(key), doubt));
        revision.explanations().forEach((key, text) -> told.fact("说明：" + subject.label(key), text));
        return told.from("application_revision", subject.no() + "/" + revision.number());
    }

    private static List<String> changed(Subject subject, WholeRevision before, WholeRevision after) {
        Map<String, String> was = everything(before);
        Map<String, String> is = everything(after);
        Map<String, String> keys = new LinkedHashMap<>(was);
        keys.putAll(is);
        return keys.keySet().stream()
                .filter(key -> !Objects.equals(was.get(key), is.get(key)))
                .map(subject::label)
                .toList();
    }

    private static Map<String, String> everything(WholeRevision revision) {
        Map<String, String> all = new LinkedHashMap<>();
        revision.answers().forEach(answer -> all.put(answer.key(), answer.full()));
        all.putAll(revision.papers());
        return all;
    }
}

package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.application.WholeRevision;
import cn.citybrain.parking.onboarding.application.WholeRevision.Answer;
import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision.Change;
import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision.DecisionMade;
import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision.Doubt;
import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision.RemarkMade;
import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision.RevisionPaper;
import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision.Value;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what was submitted, revision by revision, each whole and against the one before. */
@Component
class RevisionTeller {

    /** Who answers something else than a doubt answers why it was given back. */
    private static final String UNCHANGED = "退回后没有改动";

    private final Documents documents;
    private final Judgements judgements;

    RevisionTeller(Documents documents, Judgements judgements) {
        this.documents = documents;
        this.judgements = judgements;
    }

    /** Oldest first. */
    List<SubmittedRevision> of(Subject subject) {
        List<WholeRevision> all = subject.form().revisions();
        Map<String, Document> stored = documents
                .find(all.stream()
                        .flatMap(revision -> revision.papers().values().stream())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Document::id, paper -> paper));
        Map<Integer, List<RemarkMade>> remarks = judgements.remarks(subject);
        Map<Integer, List<DecisionMade>> decisions = judgements.decisions(subject);
        List<SubmittedRevision> told = new ArrayList<>();
        WholeRevision before = null;
        for (WholeRevision revision : all) {
            told.add(new SubmittedRevision(
                    revision.number(),
                    revision.what(),
                    Person.of(revision.submittedBy()),
                    revision.submittedAt(),
                    revision.answers().stream().map(RevisionTeller::value).toList(),
                    papers(subject, revision, stored),
                    doubts(subject, revision),
                    before == null ? List.of() : changes(subject, before, revision, stored),
                    remarks.getOrDefault(revision.number(), List.of()),
                    decisions.getOrDefault(revision.number(), List.of())));
            before = revision;
        }
        return told;
    }

    private static Value value(Answer answer) {
        return new Value(answer.key(), answer.label(), answer.stage(), answer.shown(), answer.masked());
    }

    private static List<RevisionPaper> papers(Subject subject, WholeRevision revision, Map<String, Document> stored) {
        List<RevisionPaper> papers = new ArrayList<>();
        revision.papers().forEach((key, id) -> {
            Document paper = stored.get(id);
            papers.add(new RevisionPaper(
                    key,
                    subject.label(key),
                    id,
                    paper == null ? "" : paper.fileName(),
                    paper == null ? "" : paper.mediaType(),
                    paper == null ? "" : paper.sha256(),
                    paper == null || paper.removed() ? "" : PaperTeller.preview(subject.no(), id)));
        });
        return papers;
    }

    private static List<Doubt> doubts(Subject subject, WholeRevision revision) {
        List<Doubt> doubts = new ArrayList<>();
        revision.doubts()
                .forEach((key, doubt) -> doubts.add(new Doubt(
                        key, subject.label(key), doubt, revision.explanations().getOrDefault(key, ""))));
        revision.explanations().forEach((key, said) -> {
            if (!revision.doubts().containsKey(key)) {
                doubts.add(new Doubt(key, subject.label(key), UNCHANGED, said));
            }
        });
        return doubts;
    }

    private static List<Change> changes(
            Subject subject, WholeRevision before, WholeRevision after, Map<String, Document> stored) {
        Map<String, Answer> was = byKey(before);
        Map<String, Answer> is = byKey(after);
        Map<String, Change> changes = new LinkedHashMap<>();
        union(was, is).forEach((key, any) -> {
            String old = was.containsKey(key) ? was.get(key).full() : null;
            String now = is.containsKey(key) ? is.get(key).full() : null;
            if (!Objects.equals(old, now)) {
                changes.put(key, new Change(key, any.label(), shown(was.get(key)), shown(is.get(key)), false));
            }
        });
        union(before.papers(), after.papers()).forEach((key, any) -> {
            String old = before.papers().get(key);
            String now = after.papers().get(key);
            if (!Objects.equals(old, now)) {
                changes.put(key, new Change(key, subject.label(key), name(old, stored), name(now, stored), true));
            }
        });
        return List.copyOf(changes.values());
    }

    private static <T> Map<String, T> union(Map<String, T> one, Map<String, T> other) {
        Map<String, T> all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }

    private static Map<String, Answer> byKey(WholeRevision revision) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        revision.answers().forEach(answer -> answers.put(answer.key(), answer));
        return answers;
    }

    private static String shown(Answer answer) {
        return answer == null ? null : answer.shown();
    }

    private static String name(String id, Map<String, Document> stored) {
        if (id == null) {
            return null;
        }
        Document paper = stored.get(id);
        return paper == null ? "（已清除）" : paper.fileName();
    }
}

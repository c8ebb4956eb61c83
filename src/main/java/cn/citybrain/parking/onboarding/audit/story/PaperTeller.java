package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.application.WholeRevision;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which papers an application has and had: of its revisions, of its steps, and uploaded for neither. */
@Component
public class PaperTeller {

    private static final Comparator<PaperOnRecord> ORDER = Comparator.comparing(
                    PaperOnRecord::uploadedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(PaperOnRecord::documentId);

    private final Documents documents;
    private final JdbcClient jdbc;

    PaperTeller(Documents documents, JdbcClient jdbc) {
        this.documents = documents;
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    public List<PaperOnRecord> of(Subject subject) {
        Map<String, Set<Integer>> revisions = new HashMap<>();
        Map<String, String> uses = new LinkedHashMap<>();
        for (WholeRevision revision : subject.form().revisions()) {
            revision.papers().forEach((key, id) -> {
                revisions.computeIfAbsent(id, any -> new TreeSet<>()).add(revision.number());
                uses.putIfAbsent(id, key);
            });
        }
        Map<String, String> ofSteps = ofSteps(subject.no());
        ofSteps.keySet().forEach(id -> uses.putIfAbsent(id, ""));
        Map<String, Document> stored = stored(subject.no(), uses.keySet());
        Set<String> all = new LinkedHashSet<>(uses.keySet());
        all.addAll(stored.keySet());
        List<PaperOnRecord> papers = new ArrayList<>();
        for (String id : all) {
            List<Integer> numbers = List.copyOf(revisions.getOrDefault(id, Set.of()));
            papers.add(paper(subject, id, stored.get(id), uses.get(id), ofSteps.get(id), numbers));
        }
        papers.sort(ORDER);
        return papers;
    }

    /** Address of a paper's pages, for auditors. A stored paper never changes, so it is that of every revision that has it. */
    static String preview(String applicationNo, String documentId) {
        return "/api/audit/applications/" + applicationNo + "/papers/" + documentId;
    }

    private Map<String, Document> stored(String no, Set<String> used) {
        Map<String, Document> stored = new LinkedHashMap<>();
        documents.ofApplication(no).forEach(paper -> stored.put(paper.id(), paper));
        documents.find(used).forEach(paper -> stored.putIfAbsent(paper.id(), paper));
        return stored;
    }

    /** What papers of steps are, by id. */
    private Map<String, String> ofSteps(String no) {
        Map<String, String> papers = new LinkedHashMap<>();
        jdbc.sql("SELECT photo_id AS document_id, '设备现场照片' AS what, id FROM lane_device WHERE application_no = :no"
                        + " UNION ALL SELECT document_id, '签约合同', id FROM appointment WHERE application_no = :no"
                        + " AND document_id IS NOT NULL"
                        + " UNION ALL SELECT document_id, '签约入网结果', id FROM signing_result WHERE application_no = :no"
                        + " AND document_id IS NOT NULL ORDER BY 2, 3")
                .param("no", no)
                .query(row -> {
                    papers.put(row.getString(1), row.getString(2));
                });
        return papers;
    }

    private static PaperOnRecord paper(
            Subject subject, String id, Document stored, String key, String step, List<Integer> revisions) {
        String field = key == null || key.isEmpty() ? stored == null ? "" : stored.fieldKey() : key;
        String where = step == null ? subject.label(field) : step;
        if (stored == null) {
            return new PaperOnRecord(id, field, where, "", "", 0, "", null, null, revisions, "", true);
        }
        return new PaperOnRecord(
                id,
                field,
                where,
                stored.fileName(),
                stored.mediaType(),
                stored.size(),
                stored.sha256(),
                Person.of(stored.uploadedBy()),
                stored.uploadedAt(),
                revisions,
                stored.removed() ? "" : preview(subject.no(), id),
                stored.removed());
    }
}

package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The submitted revisions: only ever appended, and emptied when their time is over. */
@NamedInterface("services")
@Component
public class Revisions {

    private final JdbcClient jdbc;
    private final SealedValues sealed;

    Revisions(JdbcClient jdbc, SealedValues sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    public void append(String no, Revision revision) {
        jdbc.sql("INSERT INTO application_revision (application_no, revision, stage, content, warnings,"
                        + " submitted_by, submitted_at, explanations) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        no,
                        revision.number(),
                        revision.stage(),
                        sealed.seal(revision.values(), context(no, revision.number())))
                .params(sealed.plain(revision.warnings()), revision.submittedBy())
                .param(OffsetDateTime.ofInstant(revision.submittedAt(), ZoneOffset.UTC))
                .param(sealedExplanations(no, revision))
                .update();
        revision.papers().forEach((key, documentId) -> jdbc.sql("INSERT INTO revision_paper (application_no, revision,"
                        + " field_key, document_id) VALUES (?, ?, ?, ?)")
                .params(no, revision.number(), key, documentId)
                .update());
    }

    public Optional<Revision> find(String no, int number) {
        return jdbc.sql("SELECT * FROM application_revision WHERE application_no = ? AND revision = ?")
                .params(no, number)
                .query(this::withoutPapers)
                .optional()
                .map(revision -> withPapers(no, revision));
    }

    /** Oldest first. In two statements, however many there are. */
    public List<Revision> of(String no) {
        Map<Integer, Map<String, String>> papers = papers(no);
        return jdbc
                .sql("SELECT * FROM application_revision WHERE application_no = ? ORDER BY revision")
                .param(no)
                .query(this::withoutPapers)
                .list()
                .stream()
                .map(revision -> with(revision, papers.getOrDefault(revision.number(), Map.of())))
                .toList();
    }

    /** Their time is over: removes what was entered. That they were submitted stays. Returns their numbers. */
    public List<Integer> empty(String no) {
        List<Integer> numbers = jdbc.sql(
                        "SELECT revision FROM application_revision WHERE application_no = ? ORDER BY revision")
                .param(no)
                .query(Integer.class)
                .list();
        numbers.forEach(number -> jdbc.sql("UPDATE application_revision SET content = ?, warnings = ?,"
                        + " explanations = NULL WHERE application_no = ? AND revision = ?")
                .params(sealed.seal(Map.of(), context(no, number)), sealed.plain(Map.of()), no, number)
                .update());
        return numbers;
    }

    public boolean use(String documentId) {
        return jdbc.sql("SELECT count(*) FROM revision_paper WHERE document_id = ?")
                        .param(documentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * The papers follow once this row's connection is given back: a query inside a row mapper takes a second one, and
     * that is how a full pool stands still.
     */
    private Revision withoutPapers(ResultSet row, int n) throws SQLException {
        String no = row.getString("application_no");
        int number = row.getInt("revision");
        return new Revision(
                number,
                FormerStages.submitted(row.getString("stage")),
                sealed.open(row.getString("content"), context(no, number)),
                Map.of(),
                sealed.map(row.getString("warnings")),
                explanations(no, number, row.getString("explanations")),
                row.getString("submitted_by"),
                SqlTime.read(row, "submitted_at"));
    }

    private Revision withPapers(String no, Revision revision) {
        return with(revision, papers(no, revision.number()));
    }

    private static Revision with(Revision revision, Map<String, String> papers) {
        return new Revision(
                revision.number(),
                revision.stage(),
                revision.values(),
                papers,
                revision.warnings(),
                revision.explanations(),
                revision.submittedBy(),
                revision.submittedAt());
    }

    private Map<Integer, Map<String, String>> papers(String no) {
        Map<Integer, Map<String, String>> papers = new HashMap<>();
        jdbc.sql("SELECT revision, field_key, document_id FROM revision_paper WHERE application_no = ?"
                        + " ORDER BY revision, field_key")
                .param(no)
                .query(row -> {
                    papers.computeIfAbsent(row.getInt(1), any -> new LinkedHashMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        return papers;
    }

    private Map<String, String> papers(String no, int number) {
        Map<String, String> papers = new LinkedHashMap<>();
        jdbc.sql("SELECT field_key, document_id FROM revision_paper WHERE application_no = ? AND revision = ?"
                        + " ORDER BY field_key")
                .params(no, number)
                .query(row -> {
                    papers.put(row.getString(1), row.getString(2));
                });
        return papers;
    }

    private String sealedExplanations(String no, Revision revision) {
        return revision.explanations().isEmpty()
                ? null
                : sealed.seal(revision.explanations(), explanationsContext(no, revision.number()));
    }

    private Map<String, String> explanations(String no, int number, String stored) {
        return stored == null ? Map.of() : sealed.open(stored, explanationsContext(no, number));
    }

    private static String explanationsContext(String no, int number) {
        return "application_revision.explanations/" + no + "/" + number;
    }

    private static String context(String no, int number) {
        return "application_revision.content/" + no + "/" + number;
    }
}

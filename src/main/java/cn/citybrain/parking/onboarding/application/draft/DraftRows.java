package cn.citybrain.parking.onboarding.application.draft;

import cn.citybrain.parking.onboarding.application.register.SealedValues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The drafts: typed values, encrypted, and which paper stands in which field. */
@NamedInterface("services")
@Component
public class DraftRows {

    private final JdbcClient jdbc;
    private final SealedValues sealed;

    DraftRows(JdbcClient jdbc, SealedValues sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /** A draft as it is stored, with what is known at its beginning. */
    public String first(String no, Map<String, String> values) {
        return sealed.seal(values, context(no));
    }

    public Map<String, String> values(String no) {
        String draft = jdbc.sql("SELECT draft FROM application WHERE no = ?")
                .param(no)
                .query(String.class)
                .single();
        return sealed.open(draft, context(no));
    }

    /** The version to save on. */
    public long version(String no) {
        return jdbc.sql("SELECT draft_version FROM application WHERE no = ?")
                .param(no)
                .query(Long.class)
                .single();
    }

    /** Replaces the values; false if the version is not the newest. */
    boolean save(String no, long version, Map<String, String> values, String savedBy) {
        return jdbc.sql("UPDATE application SET draft = ?, draft_version = draft_version + 1, draft_saved_by = ?"
                                + " WHERE no = ? AND draft_version = ?")
                        .params(sealed.seal(values, context(no)), savedBy, no, version)
                        .update()
                == 1;
    }

    /** What is written so far to doubts and to what was given back, by field key. */
    Map<String, String> said(String no) {
        return jdbc.sql("SELECT draft_said FROM application WHERE no = ? AND draft_said IS NOT NULL")
                .param(no)
                .query(String.class)
                .optional()
                .map(said -> sealed.open(said, saidContext(no)))
                .orElse(Map.of());
    }

    void say(String no, Map<String, String> said) {
        jdbc.sql("UPDATE application SET draft_said = ? WHERE no = ?")
                .params(said.isEmpty() ? null : sealed.seal(said, saidContext(no)), no)
                .update();
    }

    /** Its time is over: removes what was entered. */
    public void empty(String no) {
        jdbc.sql("UPDATE application SET draft = ?, draft_said = NULL, emptied_at = CURRENT_TIMESTAMP WHERE no = ?")
                .params(sealed.seal(Map.of(), context(no)), no)
                .update();
    }

    /** Document ids by field key. */
    public Map<String, String> papers(String no) {
        Map<String, String> papers = new LinkedHashMap<>();
        jdbc.sql("SELECT field_key, document_id FROM application_paper WHERE application_no = ? ORDER BY field_key")
                .param(no)
                .query(row -> {
                    papers.put(row.getString(1), row.getString(2));
                });
        return papers;
    }

    /** Values and papers together, as the checks want them. */
    Map<String, String> everything(String no) {
        Map<String, String> all = new HashMap<>(values(no));
        all.putAll(papers(no));
        return all;
    }

    /** Puts a paper into its field and returns the one that was there. */
    public Optional<String> put(String no, String fieldKey, String documentId) {
        Optional<String> before = remove(no, fieldKey);
        jdbc.sql("INSERT INTO application_paper (application_no, field_key, document_id) VALUES (?, ?, ?)")
                .params(no, fieldKey, documentId)
                .update();
        return before;
    }

    /** The field that a paper is in. */
    Optional<String> fieldOf(String no, String documentId) {
        return papers(no).entrySet().stream()
                .filter(entry -> entry.getValue().equals(documentId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Empties a field and returns the paper that was there. */
    Optional<String> remove(String no, String fieldKey) {
        Optional<String> before = Optional.ofNullable(papers(no).get(fieldKey));
        jdbc.sql("DELETE FROM application_paper WHERE application_no = ? AND field_key = ?")
                .params(no, fieldKey)
                .update();
        return before;
    }

    private static String saidContext(String no) {
        return "application.draft_said/" + no;
    }

    private static String context(String no) {
        return "application.draft/" + no;
    }
}

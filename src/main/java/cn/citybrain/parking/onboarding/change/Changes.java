package cn.citybrain.parking.onboarding.change;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The history of companies, lots, vendors and people, table {@code master_change}. */
@Component
public class Changes {

    private static final int LONGEST_NOTE = 1000;
    private static final String OF_SUBJECT = " FROM master_change WHERE subject_kind = ? AND subject_id = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final Clock clock;

    Changes(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records in the transaction that makes the change.
     *
     * @param by user id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Done done, String by) {
        recordAll(List.of(done), by);
    }

    /** As {@link #record}, for any number at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(Collection<Done> all, String by) {
        OffsetDateTime now = SqlTime.of(clock.instant());
        batches.batchUpdate(
                "INSERT INTO master_change (subject_kind, subject_id, version, action, actor, at, fields, note)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                all.stream()
                        .map(done -> new Object[] {
                            done.subject().kind().name(),
                            done.subject().id(),
                            done.version(),
                            done.action(),
                            by,
                            now,
                            write(done.fields()),
                            done.note()
                                    .substring(
                                            0,
                                            Math.min(LONGEST_NOTE, done.note().length()))
                        })
                        .toList());
    }

    /**
     * One page, newest first.
     *
     * @param page from 1
     */
    public List<Change> of(Subject subject, int page, int size) {
        return jdbc.sql("SELECT *" + OF_SUBJECT + " ORDER BY id DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")
                .params(subject.kind().name(), subject.id(), (page - 1L) * size, size)
                .query(this::change)
                .list();
    }

    public long count(Subject subject) {
        return jdbc.sql("SELECT count(*)" + OF_SUBJECT)
                .params(subject.kind().name(), subject.id())
                .query(Long.class)
                .single();
    }

    /** What was done since a version of the subject, oldest first. */
    public List<Change> since(Subject subject, long version) {
        return jdbc.sql("SELECT *" + OF_SUBJECT + " AND version > ? ORDER BY id")
                .params(subject.kind().name(), subject.id(), version)
                .query(this::change)
                .list();
    }

    private Change change(ResultSet row, int n) throws SQLException {
        return new Change(
                row.getLong("id"),
                new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_id")),
                row.getLong("version"),
                row.getString("action"),
                row.getString("actor"),
                SqlTime.read(row, "at"),
                read(row.getString("fields")),
                row.getString("note"));
    }

    private String write(List<ChangedField> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fields of texts always make JSON", e);
        }
    }

    private List<ChangedField> read(String fields) {
        try {
            return Arrays.asList(json.readValue(fields, ChangedField[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("written by this class", e);
        }
    }
}

package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code import_file}. */
@Component
class ImportFiles {

    /** A comparison that nobody took is no longer worth anything after that. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String id, ImportKind kind, String fileName, String by, List<String> notes) {
        jdbc.sql(
                        "INSERT INTO import_file (id, kind, file_name, uploaded_by, uploaded_at, notes, made, changed, unchanged,"
                                + " faulty, version) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0)")
                .params(id, kind.name(), fileName, by, now(), String.join("\n", notes))
                .update();
    }

    /** What the rows come to, from now on; false if the file has been taken meanwhile. */
    boolean compared(String id, Map<Verdict, Integer> counts) {
        return jdbc.sql("UPDATE import_file SET made = ?, changed = ?, unchanged = ?, faulty = ?, version = version + 1"
                                + " WHERE id = ? AND taken_at IS NULL")
                        .params(counts.getOrDefault(Verdict.NEW, 0), counts.getOrDefault(Verdict.CHANGED, 0))
                        .params(counts.getOrDefault(Verdict.UNCHANGED, 0), counts.getOrDefault(Verdict.FAULTY, 0), id)
                        .update()
                == 1;
    }

    /** Once, and only in the version that was looked at; whoever comes at the same time waits for the outcome. */
    boolean take(String id, long version, String by) {
        return jdbc.sql(
                                "UPDATE import_file SET taken_by = ?, taken_at = ? WHERE id = ? AND version = ? AND taken_at IS NULL")
                        .params(by, now(), id, version)
                        .update()
                == 1;
    }

    /** One that was not taken. */
    boolean drop(String id) {
        return jdbc.sql("DELETE FROM import_file WHERE id = ? AND taken_at IS NULL")
                        .param(id)
                        .update()
                == 1;
    }

    /** Those that nobody took in time; their rows go with them. */
    void forget() {
        jdbc.sql("DELETE FROM import_file WHERE taken_at IS NULL AND uploaded_at < ?")
                .param(SqlTime.of(clock.instant().minus(KEPT)))
                .update();
    }

    Optional<ImportedFile> byId(String id) {
        return jdbc.sql("SELECT * FROM import_file WHERE id = ?")
                .param(id)
                .query(ImportFiles::file)
                .optional();
    }

    /** Newest first. */
    List<ImportedFile> latest(int most) {
        return jdbc.sql("SELECT * FROM import_file ORDER BY uploaded_at DESC, id FETCH FIRST ? ROWS ONLY")
                .param(most)
                .query(ImportFiles::file)
                .list();
    }

    private OffsetDateTime now() {
        return SqlTime.of(clock.instant());
    }

    private static ImportedFile file(ResultSet row, int n) throws SQLException {
        return new ImportedFile(
                row.getString("id"),
                ImportKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("uploaded_by"),
                SqlTime.read(row, "uploaded_at"),
                row.getString("notes").lines().toList(),
                Map.of(
                        Verdict.NEW, row.getInt("made"),
                        Verdict.CHANGED, row.getInt("changed"),
                        Verdict.UNCHANGED, row.getInt("unchanged"),
                        Verdict.FAULTY, row.getInt("faulty")),
                row.getLong("version"),
                row.getString("taken_by"),
                SqlTime.read(row, "taken_at"));
    }
}

package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code import_row}. Names, mail addresses and phones stand in it encrypted. */
@Component
class ImportRows {

    /** What a row says, and how it was compared when it was looked at. */
    record Stored(ReadRow read, ComparedRow compared) {}

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final FieldCipher cipher;
    private final ObjectMapper json;

    ImportRows(JdbcClient jdbc, JdbcTemplate batches, FieldCipher cipher, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.cipher = cipher;
        this.json = json;
    }

    /** In place of those that are there. */
    void put(String fileId, List<ReadRow> read, List<ComparedRow> compared) {
        drop(fileId);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            rows.add(new Object[] {
                fileId, i, compared.get(i).verdict().name(), sealed(fileId, new Stored(read.get(i), compared.get(i)))
            });
        }
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            batches.batchUpdate(
                    "INSERT INTO import_row (file_id, position, verdict, content) VALUES (?, ?, ?, ?)",
                    rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
        }
    }

    void drop(String fileId) {
        jdbc.sql("DELETE FROM import_row WHERE file_id = ?").param(fileId).update();
    }

    List<Stored> all(String fileId) {
        return jdbc.sql("SELECT content FROM import_row WHERE file_id = ? ORDER BY position")
                .param(fileId)
                .query((row, n) -> opened(fileId, row.getString("content")))
                .list();
    }

    /** @param verdict empty for all */
    Page<ComparedRow> page(ImportedFile file, Optional<Verdict> verdict, Wanted wanted) {
        List<ComparedRow> rows = jdbc.sql("SELECT content FROM import_row WHERE file_id = :file"
                        + (verdict.isPresent() ? " AND verdict = :verdict" : "")
                        + " ORDER BY position OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .param("file", file.id())
                .param("verdict", verdict.map(Verdict::name).orElse(""))
                .param("offset", wanted.offset())
                .param("size", wanted.size())
                .query((row, n) -> opened(file.id(), row.getString("content")).compared())
                .list();
        long total = file.taken() ? 0 : verdict.map(file::count).orElseGet(file::rows);
        return new Page<>(rows, total, wanted);
    }

    private String sealed(String fileId, Stored row) {
        try {
            return cipher.encrypt(json.writeValueAsString(row), context(fileId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always make JSON", e);
        }
    }

    private Stored opened(String fileId, String content) {
        try {
            return json.readValue(cipher.decrypt(content, context(fileId)), Stored.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("written by this class", e);
        }
    }

    private static String context(String fileId) {
        return "import_row.content/" + fileId;
    }
}

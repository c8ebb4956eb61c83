package cn.citybrain.parking.onboarding.document;

import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The papers, encrypted. A stored paper never changes: another picture is another paper. */
@Component
@EnableConfigurationProperties(PaperRules.class)
public class Documents {

    private static final String SELECT = "SELECT id, application_no, field_key, tenant_id, file_name, media_type,"
            + " byte_count, sha256, uploaded_by, uploaded_at, emptied_at FROM document ";
    private static final int NAME_LENGTH = 120;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final PaperRules rules;
    private final Clock clock;

    Documents(JdbcClient jdbc, FieldCipher cipher, PaperRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Stores a picture (JPEG, PNG, BMP; at most {@code onboarding.document.max-size}).
     *
     * @param applicationNo null for a paper of the company profile
     * @param declaredMediaType what the browser says; not believed
     * @throws PaperRefused if it is empty, too big or something else
     */
    @Transactional
    public Document store(
            String applicationNo,
            String fieldKey,
            String tenantId,
            String fileName,
            String declaredMediaType,
            byte[] content,
            String uploadedBy) {
        Document document = new Document(
                UUID.randomUUID().toString().replace("-", ""),
                applicationNo,
                fieldKey,
                tenantId,
                plainName(fileName),
                rules.mediaTypeOf(content),
                content.length,
                sha256(content),
                uploadedBy,
                clock.instant(),
                false);
        insert(document, content);
        return document;
    }

    public Optional<Document> find(String id) {
        return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(this::document).optional();
    }

    /** Those of these ids that there are. */
    public List<Document> find(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "WHERE id IN (:ids)")
                        .param("ids", ids)
                        .query(this::document)
                        .list();
    }

    /** Every paper of an application, replaced ones included, oldest first. */
    public List<Document> ofApplication(String applicationNo) {
        return jdbc.sql(SELECT + "WHERE application_no = ? ORDER BY uploaded_at, id")
                .param(applicationNo)
                .query(this::document)
                .list();
    }

    /**
     * The clear content.
     *
     * @throws PaperRemoved if its time was over
     */
    public byte[] content(String id) {
        byte[] sealed = jdbc.sql("SELECT content FROM document WHERE id = ? AND emptied_at IS NULL")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(PaperRemoved::new);
        return cipher.decrypt(sealed, "document.content/" + id);
    }

    /** Its time is over: removes picture and file name for good. That it was there, and its hash, stay. */
    @Transactional
    public void empty(String id) {
        jdbc.sql("UPDATE document SET content = ?, file_name = ?, emptied_at = ? WHERE id = ? AND emptied_at IS NULL")
                .params(new byte[0], cipher.encrypt("（已清除）", nameContext(id)), OffsetDateTime.now(clock), id)
                .update();
    }

    /** Deletes a paper for good; only for papers that nobody needs. */
    @Transactional
    public void delete(String id) {
        jdbc.sql("DELETE FROM document WHERE id = ?").param(id).update();
    }

    private void insert(Document document, byte[] content) {
        jdbc.sql("INSERT INTO document (id, application_no, field_key, tenant_id, file_name, media_type, byte_count,"
                        + " sha256, content, uploaded_by, uploaded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(document.id(), document.applicationNo(), document.fieldKey(), document.tenantId())
                .params(cipher.encrypt(document.fileName(), nameContext(document.id())), document.mediaType())
                .params(document.size(), document.sha256())
                .param(cipher.encrypt(content, "document.content/" + document.id()))
                .params(document.uploadedBy(), OffsetDateTime.ofInstant(document.uploadedAt(), clock.getZone()))
                .update();
    }

    private Document document(ResultSet row, int n) throws SQLException {
        String id = row.getString("id");
        return new Document(
                id,
                row.getString("application_no"),
                row.getString("field_key"),
                row.getString("tenant_id"),
                cipher.decrypt(row.getString("file_name"), nameContext(id)),
                row.getString("media_type"),
                row.getInt("byte_count"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getObject("emptied_at") != null);
    }

    /** The last part of a path, without control characters; browsers of old sent whole paths. */
    private static String plainName(String fileName) {
        String name = fileName == null
                ? ""
                : fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        name = name.replaceAll("\\p{Cntrl}", "").strip();
        return name.isEmpty() ? "图片" : name.substring(Math.max(0, name.length() - NAME_LENGTH));
    }

    private static String nameContext(String id) {
        return "document.file_name/" + id;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

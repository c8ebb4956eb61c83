package cn.citybrain.parking.onboarding.document;

import cn.citybrain.parking.onboarding.document.picture.Page;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.encryption.UndecipherableValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
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
            + " byte_count, sha256, uploaded_by, uploaded_at, emptied_at,"
            + " (SELECT count(*) FROM document_page p WHERE p.document_id = document.id) AS pages FROM document ";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    Documents(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Stores a paper with its pages.
     *
     * @param applicationNo null for a paper of the company profile
     */
    @Transactional
    public Document store(String applicationNo, String fieldKey, String tenantId, ReadPaper paper, String uploadedBy) {
        Document document = new Document(
                UUID.randomUUID().toString().replace("-", ""),
                applicationNo,
                fieldKey,
                tenantId,
                paper.fileName(),
                paper.mediaType(),
                paper.content().length,
                paper.sha256(),
                uploadedBy,
                clock.instant(),
                false,
                paper.pages().size());
        insert(document, paper.content());
        insertPages(document.id(), paper.pages());
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
     * The clear content as it came, with all that a camera wrote into it: for its hash. What people and channels see is
     * {@link Renderings}'.
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

    /** Its time is over: removes content, pages and file name for good. That it was there, and its hash, stay. */
    @Transactional
    public void empty(String id) {
        deletePages(id);
        jdbc.sql("UPDATE document SET content = ?, file_name = ?, emptied_at = ? WHERE id = ? AND emptied_at IS NULL")
                .params(new byte[0], cipher.encrypt("（已清除）", nameContext(id)), OffsetDateTime.now(clock), id)
                .update();
    }

    /** Deletes a paper for good; only for papers that nobody needs. */
    @Transactional
    public void delete(String id) {
        deletePages(id);
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

    /** From 1. */
    void insertPages(String id, List<Page> pages) {
        for (int number = 1; number <= pages.size(); number++) {
            Page page = pages.get(number - 1);
            jdbc.sql("INSERT INTO document_page (document_id, page, width, height, byte_count, content)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")
                    .params(id, number, page.width(), page.height(), page.jpeg().length)
                    .param(cipher.encrypt(page.jpeg(), pageContext(id, number)))
                    .update();
        }
    }

    /**
     * Deciphers what is stored of the pages.
     *
     * @throws UndecipherableValue if one was altered
     */
    public void requirePages(String id) {
        jdbc.sql("SELECT page, content FROM document_page WHERE document_id = ? ORDER BY page")
                .param(id)
                .query(row -> {
                    cipher.decrypt(row.getBytes(2), pageContext(id, row.getInt(1)));
                });
    }

    private void deletePages(String id) {
        jdbc.sql("DELETE FROM document_page WHERE document_id = ?").param(id).update();
    }

    static String pageContext(String id, int page) {
        return "document_page.content/" + id + "/" + page;
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
                row.getObject("emptied_at") != null,
                row.getInt("pages"));
    }

    private static String nameContext(String id) {
        return "document.file_name/" + id;
    }
}

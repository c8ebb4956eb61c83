package cn.citybrain.parking.onboarding.audit.retention;

import cn.citybrain.parking.onboarding.document.Documents;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pictures of an application's papers, unless the company's profile or another application still needs them. */
@Component
class PapersRemover implements Remover {

    private static final String OF = "(d.application_no = a.no"
            + " OR d.id IN (SELECT u.document_id FROM revision_paper u WHERE u.application_no = a.no))"
            + " AND d.emptied_at IS NULL";
    private static final String UNNEEDED = " AND NOT EXISTS (SELECT 1 FROM company_paper c WHERE c.document_id = d.id)"
            + " AND NOT EXISTS (SELECT 1 FROM application_paper p JOIN application o ON o.no = p.application_no"
            + " WHERE p.document_id = d.id AND o.id <> a.id AND NOT (" + Over.condition("o") + "))"
            + " AND NOT EXISTS (SELECT 1 FROM revision_paper p JOIN application o ON o.no = p.application_no"
            + " WHERE p.document_id = d.id AND o.id <> a.id AND NOT (" + Over.condition("o") + "))";

    private final JdbcClient jdbc;
    private final Documents documents;

    PapersRemover(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    @Override
    public DataKind kind() {
        return DataKind.PAPERS;
    }

    @Override
    public String left() {
        return "(EXISTS (SELECT 1 FROM document d WHERE d.application_no = a.no AND d.emptied_at IS NULL)"
                + " OR EXISTS (SELECT 1 FROM revision_paper u JOIN document d ON d.id = u.document_id"
                + " WHERE u.application_no = a.no AND d.emptied_at IS NULL))";
    }

    @Override
    public List<RemovedRow> remove(Over over) {
        List<String> ids = jdbc.sql("SELECT d.id FROM document d, application a WHERE a.id = :id AND " + OF + UNNEEDED
                        + " ORDER BY d.id")
                .params(Over.values(over.before()))
                .param("id", over.id())
                .query(String.class)
                .list();
        ids.forEach(documents::empty);
        return ids.stream().map(id -> RemovedRow.emptied("document", id)).toList();
    }
}

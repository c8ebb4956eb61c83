package cn.citybrain.parking.onboarding.application.register;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the operating company has accepted of a company: what stands there was held against the papers. */
@Component
public class AcceptedApplications {

    /** More would not be looked at: each channel asks the same. */
    private static final int MOST = 8;

    private final JdbcClient jdbc;
    private final Revisions revisions;

    AcceptedApplications(JdbcClient jdbc, Revisions revisions) {
        this.jdbc = jdbc;
        this.revisions = revisions;
    }

    /** @param revision the newest that was accepted */
    public record Accepted(String no, String channel, Revision revision) {}

    /** The newest first; at most {@value #MOST}. A decision that was replaced before the process used it does not count. */
    public List<Accepted> of(String tenantId) {
        return jdbc
                .sql("SELECT a.no, a.channel, max(d.revision) AS accepted FROM application a"
                        + " JOIN review_decision d ON d.application_no = a.no"
                        + " WHERE a.tenant_id = ? AND d.decision = 'ACCEPT' AND d.used_at IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM review_decision later WHERE later.application_no = d.application_no"
                        + " AND later.revision = d.revision AND later.id > d.id)"
                        + " GROUP BY a.no, a.channel ORDER BY max(d.id) DESC FETCH FIRST " + MOST + " ROWS ONLY")
                .param(tenantId)
                .query((row, n) -> new Head(row.getString("no"), row.getString("channel"), row.getInt("accepted")))
                .list()
                .stream()
                .map(head -> new Accepted(
                        head.no(),
                        head.channel(),
                        revisions.find(head.no(), head.revision()).orElseThrow()))
                .toList();
    }

    private record Head(String no, String channel, int revision) {}
}

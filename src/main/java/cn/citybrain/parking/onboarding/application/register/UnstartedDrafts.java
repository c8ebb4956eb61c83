package cn.citybrain.parking.onboarding.application.register;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Applications that were begun and have no process, so no task either: their own company's people are to go on with them. */
@Component
@NamedInterface("services")
public class UnstartedDrafts {

    private final JdbcClient jdbc;

    UnstartedDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of some applications that are such drafts of these companies. */
    public List<String> among(Collection<String> numbers, Set<String> tenants) {
        if (numbers.isEmpty() || tenants.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT no FROM application WHERE no IN (:numbers) AND tenant_id IN (:tenants)"
                        + " AND state = 'DRAFT' ORDER BY id")
                .param("numbers", numbers)
                .param("tenants", tenants)
                .query(String.class)
                .list();
    }

    public long count(Set<String> tenants) {
        return tenants.isEmpty()
                ? 0
                : jdbc.sql("SELECT count(*) FROM application WHERE tenant_id IN (:tenants) AND state = 'DRAFT'")
                        .param("tenants", tenants)
                        .query(Long.class)
                        .single();
    }
}

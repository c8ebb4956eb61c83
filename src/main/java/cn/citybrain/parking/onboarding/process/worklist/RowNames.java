package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.people.People;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the companies and people of a page are called now. One statement each, however long the page. */
@Component
class RowNames {

    private final JdbcClient jdbc;
    private final People people;
    private final IdentityService identity;

    RowNames(JdbcClient jdbc, People people, IdentityService identity) {
        this.jdbc = jdbc;
        this.people = people;
        this.identity = identity;
    }

    /** By tenant. */
    Map<String, String> companies(Collection<String> tenants) {
        Map<String, String> names = new HashMap<>();
        if (!tenants.isEmpty()) {
            jdbc.sql("SELECT tenant_id, name FROM merchant WHERE tenant_id IN (:tenants)")
                    .param("tenants", tenants)
                    .query(row -> {
                        names.put(row.getString("tenant_id"), row.getString("name"));
                    });
        }
        return names;
    }

    /** By user id, also of those who have left. */
    Map<String, String> people(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : people.unrestricted(
                        () -> identity.createUserQuery().userIdIn(ids.toArray(String[]::new)).list().stream()
                                .collect(Collectors.toMap(User::getId, People::displayName)));
    }
}

package cn.citybrain.parking.onboarding.access.account;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The people of one company, without those who left: a disabled account works for nobody. */
@NamedInterface("services")
@Component
public class CompanyPeople {

    private static final String SELECT = "SELECT a.user_id, a.state, u.first_, u.last_, u.email_ FROM account a"
            + " LEFT JOIN act_id_user u ON u.id_ = a.user_id WHERE a.state <> 'DISABLED' AND EXISTS (";

    /** What histories call who is no person; nobody can have these ids. */
    private static final Map<String, String> NOBODY = Map.of("system", "系统", "demo", "演示数据");

    private final JdbcClient jdbc;

    CompanyPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param mail may be empty */
    @NamedInterface("services")
    public record Person(String userId, String name, String mail, AccountState state) {}

    /** Those who work for a parking company, by id. */
    public List<Person> ofTenant(String tenantId) {
        return people("SELECT 1 FROM account_company c WHERE c.user_id = a.user_id AND c.tenant_id = ?", tenantId);
    }

    /** Those who belong to a vendor company, by id. */
    public List<Person> ofGroup(String groupId) {
        return people("SELECT 1 FROM account_group g WHERE g.user_id = a.user_id AND g.group_id = ?", groupId);
    }

    /**
     * The names of people, for a history, in one statement: who has none, or no account, goes by the id. Nobody's name is
     * null.
     *
     * @param userIds may hold null for nobody
     */
    public Map<String, String> names(Collection<String> userIds) {
        Map<String, String> names = new HashMap<>();
        userIds.forEach(id -> names.put(id, NOBODY.getOrDefault(id == null ? "" : id, id)));
        Set<String> asked = userIds.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        if (!asked.isEmpty()) {
            jdbc.sql("SELECT id_, first_, last_ FROM act_id_user WHERE id_ IN (:ids)")
                    .param("ids", asked)
                    .query((row, n) -> names.put(
                            row.getString("id_"),
                            name(row.getString("id_"), row.getString("first_"), row.getString("last_"))))
                    .list();
        }
        return names;
    }

    /** As {@link #names}, of one. */
    public String name(String userId) {
        return names(Collections.singleton(userId)).get(userId);
    }

    private List<Person> people(String belongs, String to) {
        return jdbc.sql(SELECT + belongs + ") ORDER BY a.id_key")
                .param(to)
                .query((row, n) -> new Person(
                        row.getString("user_id"),
                        name(row.getString("user_id"), row.getString("first_"), row.getString("last_")),
                        Optional.ofNullable(row.getString("email_")).orElse(""),
                        AccountState.valueOf(row.getString("state"))))
                .list();
    }

    private static String name(String id, String family, String given) {
        String name = Optional.ofNullable(family).orElse("")
                + Optional.ofNullable(given).orElse("");
        return name.isBlank() ? id : name;
    }
}

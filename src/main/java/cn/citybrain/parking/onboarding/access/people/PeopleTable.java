package cn.citybrain.parking.onboarding.access.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's tables of users and of what they are members of. Asked several times with every call: the engine's own queries
 * are a transaction each, and one more for each group.
 */
@Component
class PeopleTable {

    private final JdbcClient jdbc;

    /** Lazily: security is built before the database is. */
    PeopleTable(@Lazy JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name as other people know them */
    record Person(String id, String name) {}

    /**
     * @param group null if a tenant has the person for a member directly
     * @param tenant null if the group is no member of any
     */
    record Membership(String group, String tenant) {}

    Optional<Person> person(String userId) {
        return jdbc.sql("SELECT ID_, FIRST_, LAST_ FROM ACT_ID_USER WHERE ID_ = ?")
                .param(userId)
                .query(PeopleTable::person)
                .optional();
    }

    private static Person person(ResultSet row, int n) throws SQLException {
        String id = row.getString("ID_");
        return new Person(id, People.displayName(id, row.getString("FIRST_"), row.getString("LAST_")));
    }

    /** Those without a group first, each in the order of its tenants. */
    List<Membership> memberships(String userId) {
        return jdbc.sql(
                        "SELECT CAST(NULL AS VARCHAR(64)) AS MEMBER_, TENANT_ID_ FROM ACT_ID_TENANT_MEMBER WHERE USER_ID_ = ?"
                                + " UNION ALL SELECT m.GROUP_ID_, t.TENANT_ID_ FROM ACT_ID_MEMBERSHIP m"
                                + " LEFT JOIN ACT_ID_TENANT_MEMBER t ON t.GROUP_ID_ = m.GROUP_ID_ WHERE m.USER_ID_ = ?"
                                + " ORDER BY 1 NULLS FIRST, 2")
                .params(userId, userId)
                .query((row, n) -> new Membership(row.getString(1), row.getString(2)))
                .list();
    }
}

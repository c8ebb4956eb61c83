package cn.citybrain.parking.onboarding.access.absence;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who can do somebody's tasks: who has one of their roles, and works for the same company where the role has companies. Roles
 * that have no tasks make nobody a peer.
 */
@Component
class Peers {

    private static final Set<Role> OF_OPERATIONS = Set.of(Role.OPS_REVIEWER, Role.OPS_SUPERVISOR);

    private final JdbcClient jdbc;

    Peers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Peer(String userId, String name) {}

    /** By id; one statement. */
    List<Peer> of(Account absent) {
        return jdbc.sql(
                        "SELECT a.user_id, u.first_, u.last_ FROM account a LEFT JOIN act_id_user u ON u.id_ = a.user_id"
                                + " WHERE a.state = 'ACTIVE' AND a.user_id <> :user AND (EXISTS (SELECT 1 FROM account_group g"
                                + " WHERE g.user_id = a.user_id AND g.group_id IN (:groups)) OR EXISTS (SELECT 1 FROM account_group o"
                                + " JOIN account_company c ON c.user_id = o.user_id WHERE o.user_id = a.user_id"
                                + " AND o.group_id = :operator AND c.tenant_id IN (:companies))) ORDER BY a.id_key")
                .param("user", absent.userId())
                .param("groups", orNone(shared(absent)))
                .param("operator", Role.LOT_OPERATOR.group())
                .param("companies", orNone(companies(absent)))
                .query(Peers::peer)
                .list();
    }

    boolean are(Account absent, Account deputy) {
        return deputy.state() == AccountState.ACTIVE
                && absent.state() == AccountState.ACTIVE
                && !absent.userId().equals(deputy.userId())
                && (shared(absent).stream().anyMatch(deputy.groups()::contains)
                        || companies(absent).stream().anyMatch(companies(deputy)::contains));
    }

    static boolean hasTasks(Account account) {
        return !shared(account).isEmpty() || !companies(account).isEmpty();
    }

    /** The groups that alone make a peer: the operating company's roles, and a vendor's company. */
    private static Set<String> shared(Account account) {
        return account.groups().stream()
                .filter(group -> Role.isVendorCompany(group)
                        || Role.ofGroup(group).filter(OF_OPERATIONS::contains).isPresent())
                .collect(Collectors.toSet());
    }

    private static Set<String> companies(Account account) {
        return account.roles().contains(Role.LOT_OPERATOR) ? account.companies() : Set.of();
    }

    /** SQL knows no empty list. */
    private static Collection<String> orNone(Collection<String> ids) {
        return ids.isEmpty() ? Set.of("") : ids;
    }

    private static Peer peer(ResultSet row, int n) throws SQLException {
        String id = row.getString("user_id");
        String name = Optional.ofNullable(row.getString("first_")).orElse("")
                + Optional.ofNullable(row.getString("last_")).orElse("");
        return new Peer(id, name.isBlank() ? id : name);
    }
}

package cn.citybrain.parking.onboarding.access.account;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The accounts as they are now. Reads the engine's table of users beside ours: one statement instead of one a person. */
@NamedInterface("services")
@Component
public class AccountList {

    private static final String FROM = " FROM account a LEFT JOIN act_id_user u ON u.id_ = a.user_id";
    private static final String SELECT = "SELECT a.*, u.first_, u.last_, u.email_" + FROM;
    private static final String NAMED = "(lower(a.user_id) LIKE :text ESCAPE '!'"
            + " OR lower(coalesce(u.first_, '') || coalesce(u.last_, '')) LIKE :text ESCAPE '!'"
            + " OR lower(u.email_) LIKE :text ESCAPE '!'"
            + " OR EXISTS (SELECT 1 FROM account_group g WHERE g.user_id = a.user_id AND g.group_id IN (:groups))"
            + " OR EXISTS (SELECT 1 FROM account_company c WHERE c.user_id = a.user_id AND c.tenant_id IN (:companies)))";

    private final JdbcClient jdbc;

    AccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose account to show.
     *
     * @param groups roles and vendor companies that the text is a name of
     * @param companies tenants of the parking companies that the text is in the name of
     * @param state empty for all
     */
    @NamedInterface("services")
    public record Search(
            Wanted wanted, Collection<String> groups, Collection<String> companies, Optional<AccountState> state) {}

    /** By id; four statements, whatever there is. */
    public Page<Account> find(Search search) {
        String where = where(search);
        long total = bound(jdbc.sql("SELECT count(*)" + FROM + where), search)
                .query(Long.class)
                .single();
        List<Row> rows = bound(
                        jdbc.sql(SELECT + where + " ORDER BY a.id_key OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY"),
                        search)
                .param("offset", search.wanted().offset())
                .param("size", search.wanted().size())
                .query(AccountList::row)
                .list();
        return new Page<>(complete(rows), total, search.wanted());
    }

    /** The ids of all that are found, whatever the page: one statement. */
    public List<String> ids(Search search) {
        return bound(jdbc.sql("SELECT a.user_id" + FROM + where(search) + " ORDER BY a.id_key"), search)
                .query(String.class)
                .list();
    }

    /** Exactly this id. */
    public Optional<Account> byId(String userId) {
        return complete(jdbc.sql(SELECT + " WHERE a.user_id = ?")
                        .param(userId)
                        .query(AccountList::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** Every account there ever was. */
    public List<Account> all() {
        List<Row> rows =
                jdbc.sql(SELECT + " ORDER BY a.id_key").query(AccountList::row).list();
        Map<String, Set<String>> groups = belonging("SELECT user_id, group_id FROM account_group", List.of());
        Map<String, Set<String>> companies = belonging("SELECT user_id, tenant_id FROM account_company", List.of());
        return rows.stream().map(row -> row.with(groups, companies)).toList();
    }

    /** Those active accounts that this is the id or the mail address of, in whatever case; not more than a handful. */
    List<String> activeByIdOrMail(String typed) {
        return jdbc.sql("SELECT a.user_id" + FROM
                        + " WHERE a.state = 'ACTIVE' AND (a.id_key = ? OR lower(u.email_) = ?)"
                        // whose password is kept at a token server has none here to forget
                        + " AND NOT EXISTS (SELECT 1 FROM account_identity i WHERE i.user_id = a.user_id)"
                        + " ORDER BY a.id_key FETCH FIRST 5 ROWS ONLY")
                .params(typed, typed)
                .query(String.class)
                .list();
    }

    private static String where(Search search) {
        return " WHERE " + (search.wanted().text().isEmpty() ? "1 = 1" : NAMED)
                + (search.state().isPresent() ? " AND a.state = :state" : "");
    }

    private static StatementSpec bound(StatementSpec sql, Search search) {
        StatementSpec bound = sql.param("text", search.wanted().pattern())
                .param("groups", orNone(search.groups()))
                .param("companies", orNone(search.companies()));
        return search.state().map(state -> bound.param("state", state.name())).orElse(bound);
    }

    /** SQL knows no empty list. */
    private static Collection<String> orNone(Collection<String> ids) {
        return ids.isEmpty() ? Set.of("") : ids;
    }

    private List<Account> complete(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(Row::userId).toList();
        Map<String, Set<String>> groups =
                belonging("SELECT user_id, group_id FROM account_group WHERE user_id IN (:ids)", ids);
        Map<String, Set<String>> companies =
                belonging("SELECT user_id, tenant_id FROM account_company WHERE user_id IN (:ids)", ids);
        return rows.stream().map(row -> row.with(groups, companies)).toList();
    }

    private Map<String, Set<String>> belonging(String sql, List<String> ids) {
        StatementSpec statement = jdbc.sql(sql);
        return (ids.isEmpty() ? statement : statement.param("ids", ids))
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("user_id"),
                new Account(
                        row.getString("user_id"),
                        Optional.ofNullable(row.getString("first_")).orElse(""),
                        Optional.ofNullable(row.getString("last_")).orElse(""),
                        Optional.ofNullable(row.getString("email_")).orElse(""),
                        AccountState.valueOf(row.getString("state")),
                        Set.of(),
                        Set.of(),
                        Optional.ofNullable(row.getString("reason")).orElse(""),
                        SqlTime.read(row, "last_login_at"),
                        row.getLong("version")));
    }

    /** An account whose belonging is still to be read. */
    private record Row(String userId, Account bare) {

        Account with(Map<String, Set<String>> groups, Map<String, Set<String>> companies) {
            return new Account(
                    userId,
                    bare.familyName(),
                    bare.givenName(),
                    bare.mail(),
                    bare.state(),
                    groups.getOrDefault(userId, Set.of()),
                    companies.getOrDefault(userId, Set.of()),
                    bare.reason(),
                    bare.lastLogin(),
                    bare.version());
        }
    }
}

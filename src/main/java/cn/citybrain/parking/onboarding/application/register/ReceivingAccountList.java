package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Reach;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The receiving accounts that somebody may see, those that are only applied for included, searched and in pages. */
@Component
public class ReceivingAccountList {

    private static final String FROM = " FROM application a JOIN merchant m ON m.id = a.merchant_id"
            + " LEFT JOIN receiving_account r ON r.application_no = a.no";
    private static final String IS_LOT = "lower(l.code) LIKE :text ESCAPE '!' OR lower(l.name) LIKE :text ESCAPE '!'";
    /**
     * Companies and lots are looked through once, not with each application. PostgreSQL takes any LIKE for a rare one, and would
     * ask lot by lot for the bindings of all ten thousand: it does not where the look-up stands beside an OR, though that one is
     * never true.
     */
    private static final String NAMED = " AND (lower(a.no) LIKE :text ESCAPE '!' OR a.channel IN (:channels)"
            + " OR a.merchant_id IN (SELECT c.id FROM merchant c WHERE lower(c.name) LIKE :text ESCAPE '!')"
            + " OR a.no IN (SELECT b.application_no FROM lot_binding b WHERE b.lot_id IS NULL OR b.lot_id IN"
            + " (SELECT l.id FROM parking_lot l WHERE " + IS_LOT + "))"
            + " OR a.no IN (SELECT i.application_no FROM intended_lot i WHERE i.lot_code IS NULL OR i.lot_code IN"
            + " (SELECT l.code FROM parking_lot l WHERE " + IS_LOT + ")))";

    private static final Set<String> OVER = Arrays.stream(ApplicationState.values())
            .filter(ApplicationState::isFinal)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private final JdbcClient jdbc;

    ReceivingAccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param drafts whether the person sees applications that have not begun: they are for their own company only
     * @param group empty for all that are not over
     */
    public record Filter(Reach reach, boolean drafts, Optional<AccountGroup> group) {}

    /**
     * An application with the account that it came to.
     *
     * @param started whether its process has begun
     * @param account null before there is one
     * @param liveAt when its first lot went live, null before
     */
    public record Row(
            Application application,
            String merchantName,
            Instant begunAt,
            Instant changedAt,
            boolean started,
            AccountState account,
            Instant liveAt,
            String closingReason) {

        public AccountGroup group() {
            if (account == AccountState.LIVE) {
                return AccountGroup.LIVE;
            }
            if (application.isDraft()) {
                return AccountGroup.DRAFT;
            }
            return application.state().isFinal() ? AccountGroup.OVER : AccountGroup.RUNNING;
        }
    }

    /** Newest first. The text is looked for in the number, the company's and the channel's name, the lots' names and codes. */
    public Page<Row> find(Filter filter, Wanted wanted) {
        String where = where(filter)
                + " AND " + filter.group().map(AccountGroup::condition).orElse(AccountGroup.NOT_OVER)
                + (wanted.text().isEmpty() ? "" : NAMED);
        Map<String, Object> values = values(filter, wanted);
        long total = jdbc.sql("SELECT count(*)" + FROM + where)
                .params(values)
                .query(Long.class)
                .single();
        var rows = jdbc.sql(
                        "SELECT a.*, m.name AS merchant_name, r.state AS account_state, r.live_at AS account_live_at"
                                + FROM + where + " ORDER BY a.id DESC OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .params(values)
                .query(ReceivingAccountList::map)
                .list();
        return new Page<>(rows, total, wanted);
    }

    /** How many there are of each; none of a group is not named. */
    public Map<AccountGroup, Long> count(Filter filter) {
        String group = Arrays.stream(AccountGroup.values())
                .map(each -> " WHEN " + each.condition() + " THEN '" + each.name() + "'")
                .collect(Collectors.joining("", "CASE", " END"));
        Map<AccountGroup, Long> counts = new java.util.EnumMap<>(AccountGroup.class);
        jdbc.sql("SELECT g.name, count(*) AS number FROM (SELECT " + group + " AS name" + FROM + where(filter)
                        + ") g GROUP BY g.name")
                .params(values(filter, new Wanted("", 1, 1)))
                .query((row, n) -> counts.put(AccountGroup.valueOf(row.getString("name")), row.getLong("number")))
                .list();
        return counts;
    }

    private static String where(Filter filter) {
        return " WHERE " + (filter.reach().everything() ? "1 = 1" : "a.tenant_id IN (:tenants)")
                + (filter.drafts() ? "" : " AND a.state <> 'DRAFT'");
    }

    private static Map<String, Object> values(Filter filter, Wanted wanted) {
        Map<String, Object> values = new HashMap<>();
        values.put("tenants", orNone(filter.reach().tenants()));
        values.put("over", OVER);
        values.put("text", wanted.pattern());
        values.put("channels", orNone(channels(wanted.text())));
        values.put("offset", wanted.offset());
        values.put("size", wanted.size());
        return values;
    }

    private static Set<String> channels(String text) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.displayName().contains(text))
                .map(Channel::code)
                .collect(Collectors.toSet());
    }

    /** SQL knows no empty list. */
    private static Set<String> orNone(Set<String> ids) {
        return ids.isEmpty() ? Set.of("") : new HashSet<>(ids);
    }

    private static Row map(ResultSet row, int n) throws SQLException {
        String account = row.getString("account_state");
        return new Row(
                ApplicationRows.map(row, n),
                row.getString("merchant_name"),
                SqlTime.read(row, "created_at"),
                SqlTime.read(row, "changed_at"),
                row.getObject("started_at") != null,
                account == null ? null : AccountState.valueOf(account),
                SqlTime.read(row, "account_live_at"),
                row.getString("closing_reason"));
    }
}

package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.access.account.Known;
import cn.citybrain.parking.onboarding.access.account.KnownAccounts;
import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ids of what a search finds, in the order of the lists. */
@Component
class FoundRecords {

    private static final String COMPANIES =
            "SELECT m.tenant_id FROM merchant m WHERE (lower(m.name) LIKE :text ESCAPE '!'"
                    + " OR lower(m.tenant_id) LIKE :text ESCAPE '!' OR lower(m.uscc) LIKE :text ESCAPE '!')";
    private static final String VENDORS = "SELECT v.group_id FROM vendor v WHERE (lower(v.name) LIKE :text ESCAPE '!'"
            + " OR lower(v.group_id) LIKE :text ESCAPE '!')";
    private static final String LOTS = "SELECT l.code FROM parking_lot l JOIN merchant m ON m.id = l.merchant_id"
            + " LEFT JOIN vendor_assignment a ON a.active_lot_id = l.id LEFT JOIN vendor v ON v.group_id = a.vendor_group"
            + " WHERE (lower(l.name) LIKE :text ESCAPE '!' OR lower(l.code) LIKE :text ESCAPE '!'"
            + " OR lower(m.name) LIKE :text ESCAPE '!' OR lower(m.uscc) LIKE :text ESCAPE '!'"
            + " OR lower(v.name) LIKE :text ESCAPE '!')";

    private final JdbcClient jdbc;
    private final AccountList accounts;
    private final KnownAccounts known;

    FoundRecords(JdbcClient jdbc, AccountList accounts, KnownAccounts known) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.known = known;
    }

    /** @param state ACTIVE or ENDED, of people a state of their accounts; empty for all */
    List<String> ids(ImportKind kind, String text, String state) {
        return switch (kind) {
            case COMPANIES -> ids(COMPANIES + ended("m.deactivated_at", state) + " ORDER BY m.id", text);
            case VENDORS -> ids(VENDORS + ended("v.deactivated_at", state) + " ORDER BY v.name, v.group_id", text);
            case LOTS -> ids(LOTS + ended("l.closed_at", state) + " ORDER BY m.id, l.code", text);
            case PEOPLE -> people(text.strip().toLowerCase(Locale.ROOT), state);
        };
    }

    private List<String> ids(String sql, String text) {
        return jdbc.sql(sql)
                .param("text", new Wanted(text, 1, 1).pattern())
                .query(String.class)
                .list();
    }

    private static String ended(String column, String state) {
        return switch (state) {
            case "ACTIVE" -> " AND " + column + " IS NULL";
            case "ENDED" -> " AND " + column + " IS NOT NULL";
            default -> "";
        };
    }

    /** A city has some two hundred: they are read all together. */
    private List<String> people(String text, String state) {
        Known names = known.companies();
        return accounts.all().stream()
                .filter(account -> state.isEmpty() || account.state().name().equals(state))
                .filter(account -> says(account, names)
                        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text)))
                .map(Account::userId)
                .toList();
    }

    private static Stream<String> says(Account account, Known names) {
        return Stream.of(
                        Stream.of(account.userId(), account.name(), account.mail()),
                        account.roles().stream().map(Role::title),
                        account.companies().stream().map(names::name),
                        account.vendor().stream().map(names::name))
                .flatMap(words -> words);
    }
}

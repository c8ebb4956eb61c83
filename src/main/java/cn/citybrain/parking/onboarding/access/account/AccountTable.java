package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows of accounts; each within the transaction of what it belongs to. */
@Component
class AccountTable {

    private static final String NEWER = "version = version + 1";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    AccountTable(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * @param key see {@link AccountIds#key}
     * @param hasPassword whether the person has set one
     * @throws org.springframework.dao.DuplicateKeyException if the id or one that differs by case only was ever used
     */
    void add(String userId, String key, AccountState state, boolean hasPassword) {
        OffsetDateTime now = now();
        jdbc.sql("INSERT INTO account (user_id, id_key, state, password_set_at, created_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, 1)")
                .params(userId, key, state.name(), hasPassword ? now : null, now)
                .update();
    }

    /** @return false if the account is at another version */
    boolean touch(String userId, long version) {
        return jdbc.sql("UPDATE account SET " + NEWER + " WHERE user_id = ? AND version = ?")
                        .params(userId, version)
                        .update()
                == 1;
    }

    /**
     * @param reason empty for none
     * @return false if the account is at another version
     */
    boolean state(String userId, long version, AccountState state, String reason) {
        return jdbc.sql("UPDATE account SET state = ?, reason = ?, " + NEWER + " WHERE user_id = ? AND version = ?")
                        .params(state.name(), reason.isEmpty() ? null : reason, userId, version)
                        .update()
                == 1;
    }

    /** The person has set a password; who was invited is active with it. */
    void passwordSet(String userId) {
        jdbc.sql(
                        "UPDATE account SET password_set_at = ?, state = CASE state WHEN 'INVITED' THEN 'ACTIVE' ELSE state END, "
                                + NEWER + " WHERE user_id = ?")
                .params(now(), userId)
                .update();
    }

    /** @return false if the account's sessions were ended since it was at this generation */
    boolean lock(String userId, long generation) {
        return jdbc.sql("SELECT user_id FROM account WHERE user_id = ? AND generation = ? FOR UPDATE")
                .params(userId, generation)
                .query(String.class)
                .optional()
                .isPresent();
    }

    boolean hasPassword(String userId) {
        return jdbc.sql("SELECT count(*) FROM account WHERE user_id = ? AND password_set_at IS NOT NULL")
                        .param(userId)
                        .query(Long.class)
                        .single()
                == 1;
    }

    void loggedIn(String userId) {
        jdbc.sql("UPDATE account SET last_login_at = ? WHERE user_id = ?")
                .params(now(), userId)
                .update();
    }

    /** Replaces the roles, the vendor company and the parking companies. */
    void belong(String userId, Collection<String> groups, Collection<String> companies) {
        jdbc.sql("DELETE FROM account_group WHERE user_id = ?").param(userId).update();
        jdbc.sql("DELETE FROM account_company WHERE user_id = ?").param(userId).update();
        batches.batchUpdate("INSERT INTO account_group (user_id, group_id) VALUES (?, ?)", rows(userId, groups));
        batches.batchUpdate("INSERT INTO account_company (user_id, tenant_id) VALUES (?, ?)", rows(userId, companies));
    }

    /**
     * The active administrators, whose rows nobody else changes until the transaction ends: two who disable each other at
     * the same moment do it one after the other.
     */
    List<String> lockAdministrators() {
        return jdbc.sql("SELECT user_id FROM account WHERE state = 'ACTIVE' AND user_id IN"
                        + " (SELECT g.user_id FROM account_group g WHERE g.group_id = ?) ORDER BY user_id FOR UPDATE")
                .param(Role.ADMIN.group())
                .query(String.class)
                .list();
    }

    private static List<Object[]> rows(String userId, Collection<String> others) {
        return others.stream().map(other -> new Object[] {userId, other}).toList();
    }

    private OffsetDateTime now() {
        return SqlTime.of(clock.instant());
    }
}

package cn.citybrain.parking.onboarding.access.absence;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** Table {@code stand_in}. */
@Component
class StandInTable {

    private static final int SHOWN = 20;
    private static final String OF_DAY = " AND ended_at IS NULL AND from_day <= :day AND until_day >= :day";

    private final JdbcClient jdbc;

    StandInTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else appoints anybody for these people until the transaction ends. */
    void lock(Collection<String> userIds) {
        jdbc.sql("SELECT user_id FROM account WHERE user_id IN (:ids) ORDER BY user_id FOR UPDATE")
                .param("ids", userIds)
                .query(String.class)
                .list();
    }

    long add(StandIn wanted, Instant at) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "INSERT INTO stand_in (absent_user, deputy_user, from_day, until_day, reason, appointed_by, appointed_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(wanted.absent(), wanted.deputy(), wanted.from(), wanted.until(), wanted.reason())
                .params(wanted.appointedBy(), SqlTime.of(at))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    Optional<StandIn> find(long id) {
        return jdbc.sql("SELECT * FROM stand_in WHERE id = ?")
                .param(id)
                .query(StandInTable::row)
                .optional();
    }

    /** What concerns somebody, as absent or as deputy, and was not over before a day; the latest first. */
    List<StandIn> of(String userId, LocalDate since) {
        return jdbc.sql(
                        "SELECT * FROM stand_in WHERE (absent_user = :user OR deputy_user = :user) AND until_day >= :since"
                                + " ORDER BY from_day DESC, id DESC FETCH FIRST " + SHOWN + " ROWS ONLY")
                .param("user", userId)
                .param("since", since)
                .query(StandInTable::row)
                .list();
    }

    /** Those of some people, as absent or as deputy, that were not ended and fall into some days. */
    List<StandIn> within(Collection<String> userIds, LocalDate from, LocalDate until) {
        return jdbc.sql("SELECT * FROM stand_in WHERE (absent_user IN (:users) OR deputy_user IN (:users))"
                        + " AND ended_at IS NULL AND from_day <= :until AND until_day >= :from ORDER BY from_day, id")
                .param("users", userIds)
                .param("from", from)
                .param("until", until)
                .query(StandInTable::row)
                .list();
    }

    List<StandIn> absentOn(LocalDate day, Collection<String> userIds) {
        return jdbc.sql("SELECT * FROM stand_in WHERE absent_user IN (:users)" + OF_DAY)
                .param("users", userIds)
                .param("day", day)
                .query(StandInTable::row)
                .list();
    }

    List<StandIn> doneOn(LocalDate day, String deputy) {
        return jdbc.sql("SELECT * FROM stand_in WHERE deputy_user = :deputy" + OF_DAY + " ORDER BY until_day, id")
                .param("deputy", deputy)
                .param("day", day)
                .query(StandInTable::row)
                .list();
    }

    /** False if it was ended, or was over, before. */
    boolean end(long id, String by, String why, Instant at) {
        return jdbc.sql("UPDATE stand_in SET ended_by = ?, ended_at = ?, ended_why = ?, settled_at = ?"
                                + " WHERE id = ? AND ended_at IS NULL AND settled_at IS NULL")
                        .params(by, SqlTime.of(at), why, SqlTime.of(at), id)
                        .update()
                == 1;
    }

    /** Those whose days are over, and of which nothing has gone back yet. */
    List<Long> toSettle(LocalDate today) {
        return jdbc.sql("SELECT id FROM stand_in WHERE settled_at IS NULL AND until_day < ? ORDER BY id")
                .param(today)
                .query(Long.class)
                .list();
    }

    /** False if another node was faster. */
    boolean settle(long id, Instant at) {
        return jdbc.sql("UPDATE stand_in SET settled_at = ? WHERE id = ? AND settled_at IS NULL")
                        .params(SqlTime.of(at), id)
                        .update()
                == 1;
    }

    private static StandIn row(ResultSet row, int n) throws SQLException {
        return new StandIn(
                row.getLong("id"),
                row.getString("absent_user"),
                row.getString("deputy_user"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("reason"),
                row.getString("appointed_by"),
                SqlTime.read(row, "ended_at"),
                row.getString("ended_why"));
    }
}

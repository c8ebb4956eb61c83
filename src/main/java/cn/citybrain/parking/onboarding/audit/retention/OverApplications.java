package cn.citybrain.parking.onboarding.audit.retention;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the applications that are over for long enough. */
@Component
class OverApplications {

    private final JdbcClient jdbc;

    OverApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By id.
     *
     * @param left see {@link Remover#left}
     * @param after the id of the last one that was looked at, 0 at the beginning
     */
    List<Over> next(Instant before, String left, long after, int limit) {
        return jdbc.sql("SELECT a.id, a.no FROM application a WHERE a.id > :after AND " + Over.condition("a") + " AND "
                        + left + " ORDER BY a.id FETCH FIRST " + limit + " ROWS ONLY")
                .params(Over.values(before))
                .param("after", after)
                .query((row, n) -> new Over(row.getLong("id"), row.getString("no"), before))
                .list();
    }

    /**
     * Keeps everybody else from it until the transaction ends; false if it is not, or no longer, over, or if another node
     * left nothing.
     *
     * @param left see {@link Remover#left}
     */
    boolean lock(Over over, String left) {
        jdbc.sql("SELECT id FROM application WHERE id = ? FOR UPDATE")
                .param(over.id())
                .query(Long.class)
                .optional();
        // a statement of its own: it sees what was committed while the one before waited
        return jdbc.sql("SELECT count(*) FROM application a WHERE a.id = :id AND " + Over.condition("a") + " AND "
                                + left)
                        .params(Over.values(over.before()))
                        .param("id", over.id())
                        .query(Long.class)
                        .single()
                == 1;
    }
}

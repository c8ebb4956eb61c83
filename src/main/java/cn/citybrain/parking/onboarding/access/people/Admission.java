package cn.citybrain.parking.onboarding.access.people;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether somebody's account lets them in. Asked with every call: a disabled account's session is worth nothing. */
@Component
class Admission {

    private final JdbcClient jdbc;

    /** Lazily: security is built before the database is. */
    Admission(@Lazy JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * True also for a user of the engine whose account is still to be taken over.
     *
     * @param generation of the login
     */
    boolean admits(String userId, long generation) {
        return jdbc.sql("SELECT count(*) FROM account WHERE user_id = ? AND (state <> 'ACTIVE' OR generation > ?)")
                        .params(userId, generation)
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** 0 for an id that has no account. */
    long generation(String userId) {
        return jdbc.sql("SELECT generation FROM account WHERE user_id = ?")
                .param(userId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}

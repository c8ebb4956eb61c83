package cn.citybrain.parking.onboarding.restore;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A restored backup as the script that restores writes it down. Tests that share a database take it away again. */
public final class RestoredBackups {

    private final JdbcClient jdbc;

    public RestoredBackups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Instant restoredTo, Instant noticedAt) {
        jdbc.sql("INSERT INTO restored_backup (restored_to, noticed_at, ids_skipped) VALUES (?, ?, TRUE)")
                .params(restoredTo.atOffset(ZoneOffset.UTC), noticedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void clear() {
        jdbc.sql("DELETE FROM restored_backup").update();
    }
}

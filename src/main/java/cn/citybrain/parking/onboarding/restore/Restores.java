package cn.citybrain.parking.onboarding.restore;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database is a restored backup, table {@code restored_backup}: written by the script that restores, or by the
 * first start with {@code onboarding.restored-to}. Later starts and other nodes find it there.
 */
@Component
public class Restores {

    private static final Logger LOG = LoggerFactory.getLogger(Restores.class);

    private final JdbcClient jdbc;
    private final SkippedIds ids;
    private final String restoredTo;
    private final Clock clock;

    Restores(JdbcClient jdbc, SkippedIds ids, @Value("${onboarding.restored-to:}") String restoredTo, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.restoredTo = restoredTo;
        this.clock = clock;
    }

    /** Before anything is sent: whoever may send asks this bean, so it is ready first. */
    @PostConstruct
    void atStart() {
        if (!restoredTo.isBlank()) {
            note(RestoredTo.parse(restoredTo, clock.instant()));
        }
        takeUp();
    }

    /** Notes that the database was restored; the same moment again changes nothing. */
    void note(Instant moment) {
        try {
            jdbc.sql("INSERT INTO restored_backup (restored_to, noticed_at) VALUES (?, ?)")
                    .params(SqlTime.of(moment), SqlTime.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException known) {
            LOG.info("the restored backup of {} is known", moment);
        }
    }

    /** What has to be done once, by whichever node starts first. */
    void takeUp() {
        Optional<Restore> fresh = one("WHERE ids_skipped = FALSE");
        if (fresh.isPresent()) {
            LOG.warn(
                    "restored backup of {}: channels are asked before anything is sent",
                    fresh.get().restoredTo());
            ids.skip(fresh.get().noticedAt());
            jdbc.sql("UPDATE restored_backup SET ids_skipped = TRUE").update();
        }
    }

    /** The newest restored backup; empty if there never was one. */
    public Optional<Restore> latest() {
        return one("");
    }

    /** How many things are still compared with the channels; with 0 it is finished, for good. */
    public void counted(Restore restore, int openItems) {
        jdbc.sql("UPDATE restored_backup SET open_items = ?, finished_at = ? WHERE id = ? AND finished_at IS NULL")
                .params(openItems, openItems == 0 ? SqlTime.of(clock.instant()) : null, restore.id())
                .update();
    }

    private Optional<Restore> one(String where) {
        return jdbc.sql("SELECT * FROM restored_backup " + where + " ORDER BY noticed_at DESC FETCH FIRST 1 ROWS ONLY")
                .query(Restores::row)
                .optional();
    }

    private static Restore row(ResultSet row, int n) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Restore(
                row.getLong("id"),
                row.getObject("restored_to", OffsetDateTime.class).toInstant(),
                row.getObject("noticed_at", OffsetDateTime.class).toInstant(),
                row.getInt("open_items"),
                finished == null ? null : finished.toInstant());
    }
}

package cn.citybrain.parking.onboarding.seal.day;

import cn.citybrain.parking.onboarding.seal.DaySeal;
import cn.citybrain.parking.onboarding.seal.key.SealKeys;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The seals of the days. */
@NamedInterface("services")
@Component
public class DaySeals {

    private final JdbcClient jdbc;
    private final SealKeys keys;

    DaySeals(JdbcClient jdbc, SealKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Newest first. */
    public List<DaySeal> newest(long offset, int limit) {
        return jdbc.sql("SELECT * FROM seal_day ORDER BY no DESC OFFSET " + offset + " ROWS FETCH NEXT " + limit
                        + " ROWS ONLY")
                .query(DaySeals::seal)
                .list();
    }

    public long count() {
        return jdbc.sql("SELECT COUNT(*) FROM seal_day").query(Long.class).single();
    }

    /** All of them, oldest first: one for each day on which something was written. */
    public List<DaySeal> all() {
        return jdbc.sql("SELECT * FROM seal_day ORDER BY no")
                .query(DaySeals::seal)
                .list();
    }

    public Optional<DaySeal> last() {
        return newest(0, 1).stream().findFirst();
    }

    /** The last one of a day or before. */
    public Optional<DaySeal> until(LocalDate day) {
        return jdbc.sql("SELECT * FROM seal_day WHERE sealed_day <= ? ORDER BY no DESC FETCH FIRST 1 ROWS ONLY")
                .param(day)
                .query(DaySeals::seal)
                .optional();
    }

    /** All seals and the keys by which they are checked. */
    public SealExport export() {
        return export(all());
    }

    /** Some seals and the keys by which they are checked. */
    public SealExport export(List<DaySeal> some) {
        return new SealExport(keys.publicKeys(), SealExport.TEXT, some);
    }

    void add(DaySeal seal) {
        jdbc.sql("INSERT INTO seal_day (no, sealed_day, first_block, last_block, entries, hash, previous, sealed_at,"
                        + " key_id, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(seal.no(), seal.day(), seal.firstBlock(), seal.lastBlock(), seal.entries(), seal.hash())
                .params(seal.previous(), SqlTime.of(seal.sealedAt()), seal.keyId(), seal.signature())
                .update();
    }

    private static DaySeal seal(ResultSet row, int n) throws SQLException {
        return new DaySeal(
                row.getLong("no"),
                row.getObject("sealed_day", LocalDate.class),
                row.getLong("first_block"),
                row.getLong("last_block"),
                row.getLong("entries"),
                row.getString("hash"),
                row.getString("previous"),
                SqlTime.read(row, "sealed_at"),
                row.getString("key_id"),
                row.getString("signature"));
    }
}

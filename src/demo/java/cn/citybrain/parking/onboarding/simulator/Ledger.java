package cn.citybrain.parking.onboarding.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was really charged and given back. Entries are only ever added: the truth that a test compares with. */
public class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes one movement, in the caller's transaction if there is one; the entry's own id is ignored. */
    public void book(LedgerEntry entry) {
        jdbc.sql("""
                        INSERT INTO ledger (booked_at, channel, kind, trade_no, channel_no, account, visit, lot_name, plate_no, amount)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        entry.bookedAt().atOffset(ZoneOffset.UTC),
                        entry.channel(),
                        entry.kind().name(),
                        entry.tradeNo(),
                        entry.channelNo(),
                        entry.account(),
                        entry.visit(),
                        entry.lotName(),
                        entry.plateNo(),
                        entry.amount())
                .update();
    }

    /** Everything, oldest first. */
    public List<LedgerEntry> entries() {
        return jdbc.sql("SELECT * FROM ledger ORDER BY id").query(Ledger::entry).list();
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                row.getString("channel"),
                LedgerEntry.Kind.valueOf(row.getString("kind")),
                row.getString("trade_no"),
                row.getString("channel_no"),
                row.getString("account"),
                row.getString("visit"),
                row.getString("lot_name"),
                row.getString("plate_no"),
                row.getInt("amount"));
    }
}

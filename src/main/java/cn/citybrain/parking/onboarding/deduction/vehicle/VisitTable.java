package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.deduction.ledger.OutNumbers;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import cn.citybrain.parking.onboarding.words.Typed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code channel_visit}. */
@Component
public class VisitTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    VisitTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if it is there */
    void add(long bindingId, Stay stay, Plate plate) {
        jdbc.sql("INSERT INTO channel_visit (binding_id, lot_code, uid, visit_no, plate_no, plate_color, payer_id,"
                        + " entered_at, left_at, state, reference, reason, exit_told)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'UNREPORTED', '', '', FALSE)")
                .params(bindingId, stay.lotCode(), stay.uid())
                .params(OutNumbers.visit(bindingId, stay.lotCode(), stay.uid()), plate.number(), plate.color())
                .params(plate.payerId(), SqlTime.of(stay.enteredAt()), SqlTime.of(stay.leftAt()))
                .update();
    }

    void left(long id, Stay stay) {
        jdbc.sql("UPDATE channel_visit SET left_at = ? WHERE id = ?")
                .params(SqlTime.of(stay.leftAt()), id)
                .update();
    }

    /** Told, not wanted or not needed: there is nothing left to tell the channel of the visit. */
    void exitDone(long id) {
        jdbc.sql("UPDATE channel_visit SET exit_told = TRUE WHERE id = ?")
                .param(id)
                .update();
    }

    /** What the channel said to the entry. */
    void told(long id, EntryResult answer) {
        if (answer instanceof EntryResult.Admitted admitted) {
            told(id, ChannelVisit.State.CHARGEABLE, admitted.reference(), "");
        } else if (answer instanceof EntryResult.Blocked blocked) {
            told(id, ChannelVisit.State.BLOCKED, blocked.reference(), blocked.reason());
        } else if (answer instanceof EntryResult.NotNeeded) {
            chargeable(id);
        } else if (answer instanceof EntryResult.Rejected rejected) {
            told(id, ChannelVisit.State.REJECTED, "", rejected.reason() + "（" + rejected.code() + "）");
        }
    }

    /** The channel changed its mind about a vehicle that is inside; it must mean the visit that we know. */
    void moved(String visitNo, String reference, boolean chargeable, String reason) {
        ChannelVisit.State state = chargeable ? ChannelVisit.State.CHARGEABLE : ChannelVisit.State.BLOCKED;
        jdbc.sql("UPDATE channel_visit SET state = ?, reason = ? WHERE visit_no = ? AND reference = ?")
                .params(state.name(), cut(reason), visitNo, reference)
                .update();
    }

    Optional<ChannelVisit> find(long bindingId, String uid) {
        return jdbc.sql("SELECT * FROM channel_visit WHERE binding_id = ? AND uid = ?")
                .params(bindingId, uid)
                .query(VisitTable::row)
                .optional();
    }

    ChannelVisit byId(long id) {
        return jdbc.sql("SELECT * FROM channel_visit WHERE id = ?")
                .param(id)
                .query(VisitTable::row)
                .single();
    }

    /** @param visitNo our number of the visit at the channel */
    Optional<ChannelVisit> numbered(String visitNo) {
        return jdbc.sql("SELECT * FROM channel_visit WHERE visit_no = ?")
                .param(visitNo)
                .query(VisitTable::row)
                .optional();
    }

    /** The visit of a vehicle that is inside. */
    public Optional<ChannelVisit> inside(long bindingId, String plateNo) {
        return jdbc.sql("SELECT * FROM channel_visit WHERE binding_id = ? AND plate_no = ? AND left_at IS NULL"
                        + " ORDER BY entered_at DESC FETCH FIRST 1 ROWS ONLY")
                .params(bindingId, plateNo)
                .query(VisitTable::row)
                .optional();
    }

    /** Visits whose entry or exit a channel still has to be told. */
    public List<ChannelVisit> untold(Channel channel) {
        return jdbc.sql("SELECT * FROM channel_visit v WHERE (state = 'UNREPORTED'"
                        + " OR (state = 'CHARGEABLE' AND left_at IS NOT NULL AND exit_told = FALSE))"
                        + " AND EXISTS (SELECT 1 FROM test_vehicle t WHERE t.binding_id = v.binding_id AND t.channel = ?)"
                        + " ORDER BY id DESC FETCH FIRST 100 ROWS ONLY")
                .param(channel.code())
                .query(VisitTable::row)
                .list();
    }

    private void told(long id, ChannelVisit.State state, String reference, String reason) {
        jdbc.sql("UPDATE channel_visit SET state = ?, reference = ?, reason = ?, reported_at = ? WHERE id = ?")
                .params(state.name(), reference, cut(reason), OffsetDateTime.now(clock), id)
                .update();
    }

    /** Without a word to the channel, which wants none. */
    private void chargeable(long id) {
        jdbc.sql("UPDATE channel_visit SET state = 'CHARGEABLE' WHERE id = ?")
                .param(id)
                .update();
    }

    private static String cut(String text) {
        String known = text == null ? "" : text;
        return Typed.cut(known, 500);
    }

    private static ChannelVisit row(ResultSet row, int n) throws SQLException {
        return new ChannelVisit(
                row.getLong("id"),
                row.getLong("binding_id"),
                row.getString("uid"),
                row.getString("visit_no"),
                new Plate(row.getString("plate_no"), row.getInt("plate_color"), row.getString("payer_id")),
                SqlTime.read(row, "entered_at"),
                SqlTime.read(row, "left_at"),
                ChannelVisit.State.valueOf(row.getString("state")),
                row.getString("reference"),
                row.getString("reason"),
                row.getBoolean("exit_told"));
    }
}

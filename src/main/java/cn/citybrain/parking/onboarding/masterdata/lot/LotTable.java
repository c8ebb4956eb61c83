package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.masterdata.Portions;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes table {@code parking_lot}, many rows at once. */
@Component
class LotTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ParkingLots lots;

    LotTable(JdbcClient jdbc, JdbcTemplate batches, ParkingLots lots) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.lots = lots;
    }

    /** A statement for each thousand. */
    Map<String, ParkingLot> byCodes(Collection<String> codes) {
        return Portions.ask(codes, lots::byCodes).stream()
                .collect(Collectors.toMap(ParkingLot::code, Function.identity()));
    }

    /** The codes that are kept, and differ from these in nothing but capital and small letters, by the small ones. */
    Map<String, String> spelt(Collection<String> codes) {
        List<String> small =
                codes.stream().map(code -> code.toLowerCase(Locale.ROOT)).toList();
        return Portions.ask(small, some -> jdbc.sql("SELECT code FROM parking_lot WHERE lower(code) IN (:codes)")
                        .param("codes", some)
                        .query(String.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(code -> code.toLowerCase(Locale.ROOT), Function.identity(), (a, b) -> a));
    }

    /** Which of these lots somebody ever bound to an account. */
    Set<String> everBound(Collection<String> codes) {
        return new HashSet<>(
                Portions.ask(codes, some -> jdbc.sql("SELECT l.code FROM parking_lot l WHERE l.code IN (:codes)"
                                + " AND EXISTS (SELECT 1 FROM lot_binding b WHERE b.lot_id = l.id)")
                        .param("codes", some)
                        .query(String.class)
                        .list()));
    }

    void insert(Collection<LotEntry> entries, Map<String, Merchant> companies) {
        batches.batchUpdate(
                "INSERT INTO parking_lot (code, name, address, longitude, latitude, space_count, lanes, service_phone,"
                        + " merchant_id, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.code(),
                            entry.name(),
                            entry.address(),
                            entry.longitude(),
                            entry.latitude(),
                            entry.spaceCount(),
                            entry.laneCount(),
                            entry.servicePhone(),
                            companies.get(entry.company()).id()
                        })
                        .toList());
    }

    /** @return for each whether it was the version that was changed */
    List<Boolean> update(List<LotChange> changes, Map<String, Merchant> companies) {
        int[] changed = batches.batchUpdate(
                "UPDATE parking_lot SET name = ?, address = ?, longitude = ?, latitude = ?, space_count = ?, lanes = ?,"
                        + " service_phone = ?, merchant_id = ?, version = version + 1 WHERE code = ? AND version = ?",
                changes.stream()
                        .map(change -> new Object[] {
                            change.entry().name(),
                            change.entry().address(),
                            change.entry().longitude(),
                            change.entry().latitude(),
                            change.entry().spaceCount(),
                            change.entry().laneCount(),
                            change.entry().servicePhone(),
                            companies.get(change.entry().company()).id(),
                            change.entry().code(),
                            change.version()
                        })
                        .toList());
        return Arrays.stream(changed).mapToObj(rows -> rows == 1).toList();
    }

    /**
     * The next version of lots whose vendor changes; waits for whoever changes one of them now.
     *
     * @return for each whether it was still as it was read
     */
    List<Boolean> next(Collection<ParkingLot> read) {
        int[] changed = batches.batchUpdate(
                "UPDATE parking_lot SET version = version + 1 WHERE id = ? AND version = ?",
                read.stream().map(lot -> new Object[] {lot.id(), lot.version()}).toList());
        return Arrays.stream(changed).mapToObj(rows -> rows == 1).toList();
    }

    /** @param at null to open it again */
    boolean close(String code, long version, Instant at) {
        return jdbc.sql("UPDATE parking_lot SET closed_at = ?, version = version + 1 WHERE code = ? AND version = ?")
                        .params(SqlTime.of(at), code, version)
                        .update()
                == 1;
    }
}

package cn.citybrain.parking.onboarding.merchant;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parking lots. */
@Component
public class ParkingLots {

    static final String SELECT = "SELECT l.*, m.tenant_id FROM parking_lot l JOIN merchant m ON m.id = l.merchant_id ";
    static final RowMapper<ParkingLot> ROW = (row, n) -> new ParkingLot(
            row.getLong("id"),
            row.getString("code"),
            row.getString("name"),
            row.getString("address"),
            row.getInt("space_count"),
            row.getString("longitude"),
            row.getString("latitude"),
            row.getString("service_phone"),
            row.getLong("merchant_id"),
            row.getString("tenant_id"),
            row.getInt("lanes"),
            SqlTime.read(row, "closed_at"),
            row.getLong("version"));

    private final JdbcClient jdbc;

    ParkingLots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ParkingLot> byCode(String code) {
        return jdbc.sql(SELECT + "WHERE l.code = ?").param(code).query(ROW).optional();
    }

    public Optional<ParkingLot> byId(long id) {
        return jdbc.sql(SELECT + "WHERE l.id = ?").param(id).query(ROW).optional();
    }

    /** In no order; those that are not there are left out. */
    public List<ParkingLot> byCodes(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "WHERE l.code IN (:codes)")
                        .param("codes", codes)
                        .query(ROW)
                        .list();
    }

    /** A merchant's lots in the order of their codes. */
    public List<ParkingLot> ofMerchant(long merchantId) {
        return jdbc.sql(SELECT + "WHERE l.merchant_id = ? ORDER BY l.code")
                .param(merchantId)
                .query(ROW)
                .list();
    }

    /**
     * Adds one without a check and without a word in the history; people's lots go through {@code masterdata}.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the code is taken
     */
    @Transactional
    public ParkingLot add(String code, String name, String address, int spaceCount, long merchantId) {
        jdbc.sql("INSERT INTO parking_lot (code, name, address, space_count, merchant_id) VALUES (?, ?, ?, ?, ?)")
                .params(code, name, address, spaceCount, merchantId)
                .update();
        return byCode(code).orElseThrow();
    }

    /**
     * Says where a lot is and what its drivers call.
     *
     * @param longitude in degrees, Amap coordinates (GCJ-02)
     * @param latitude in degrees, Amap coordinates (GCJ-02)
     */
    @Transactional
    public void locate(String code, String longitude, String latitude, String servicePhone) {
        jdbc.sql("UPDATE parking_lot SET longitude = ?, latitude = ?, service_phone = ?,"
                        + " version = version + 1 WHERE code = ?")
                .params(longitude, latitude, servicePhone, code)
                .update();
    }
}

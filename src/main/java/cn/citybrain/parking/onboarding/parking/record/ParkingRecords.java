package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What lots reported: visits, payment requests, photos. */
@NamedInterface("services")
@Component
public class ParkingRecords {

    private static final String SELECT = """
        SELECT s.*,
            EXISTS (SELECT 1 FROM photo p
                WHERE p.lot_code = s.lot_code AND p.uid = s.uid AND p.photo_type = 1) AS entry_photo,
            EXISTS (SELECT 1 FROM photo p
                WHERE p.lot_code = s.lot_code AND p.uid = s.uid AND p.photo_type = 2) AS exit_photo
        """;
    private static final String STAY = SELECT + "FROM stay s WHERE s.lot_code = ? ";

    private final JdbcClient jdbc;
    private final Bills bills;
    private final Photos photos;

    ParkingRecords(JdbcClient jdbc, Bills bills, Photos photos) {
        this.jdbc = jdbc;
        this.bills = bills;
        this.photos = photos;
    }

    /** A visit of which anything but a payment request has arrived. */
    public Optional<Stay> stay(String lotCode, String uid) {
        return jdbc.sql(STAY + "AND s.uid = ?")
                .params(lotCode, uid)
                .query(ParkingRecords::stay)
                .optional();
    }

    /** The newest visits of a lot, newest first. */
    public List<Stay> recentStays(String lotCode, int limit) {
        return jdbc.sql(STAY + "ORDER BY s.id DESC FETCH FIRST " + limit + " ROWS ONLY")
                .param(lotCode)
                .query(ParkingRecords::stay)
                .list();
    }

    /** Visits of a lot, newest first. @param uid of one visit, null: of all */
    public List<Stay> stays(String lotCode, String uid, int page, int size) {
        String one = uid == null ? "" : "AND s.uid = :uid ";
        return about(
                        jdbc.sql(STAY.replace("?", ":lot") + one
                                + "ORDER BY s.id DESC OFFSET :from ROWS FETCH FIRST :size ROWS ONLY"),
                        lotCode,
                        uid)
                .param("from", (long) (page - 1) * size)
                .param("size", size)
                .query(ParkingRecords::stay)
                .list();
    }

    /** How many there are. */
    public long count(String lotCode, String uid) {
        String one = uid == null ? "" : " AND uid = :uid";
        return about(jdbc.sql("SELECT count(*) FROM stay WHERE lot_code = :lot" + one), lotCode, uid)
                .query(Long.class)
                .single();
    }

    private static StatementSpec about(StatementSpec statement, String lotCode, String uid) {
        StatementSpec ofLot = statement.param("lot", lotCode);
        return uid == null ? ofLot : ofLot.param("uid", uid);
    }

    public Optional<Bill> bill(long id) {
        return bills.byId(id);
    }

    /** @param billNo the lot's billID */
    public Optional<Bill> billByNo(String lotCode, String billNo) {
        return bills.byNo(lotCode, billNo);
    }

    /** Payment requests that no gate has taken, oldest first. */
    public List<Bill> openBills(String lotCode) {
        return bills.open(lotCode);
    }

    /** Payment requests that no gate has taken, of lots and plates, oldest first. */
    public List<Bill> openBills(Collection<String> lotCodes, Collection<String> plates) {
        return lotCodes.isEmpty() || plates.isEmpty() ? List.of() : bills.open(lotCodes, plates);
    }

    /** The visits of payment requests, of which anything else has arrived. */
    public List<Stay> stays(Collection<Bill> requests) {
        return requests.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "FROM stay s WHERE s.lot_code IN (:codes) AND s.uid IN (:uids)")
                        .param("codes", requests.stream().map(Bill::lotCode).collect(Collectors.toSet()))
                        .param("uids", requests.stream().map(Bill::uid).collect(Collectors.toSet()))
                        .query(ParkingRecords::stay)
                        .list();
    }

    /** Payment requests of one visit, oldest first. */
    public List<Bill> billsOf(String lotCode, String uid) {
        return bills.ofStay(lotCode, uid);
    }

    /** Payment requests of these visits, oldest first. */
    public List<Bill> billsOf(String lotCode, Collection<String> uids) {
        return uids.isEmpty() ? List.of() : bills.ofStays(lotCode, uids);
    }

    /** Takes a payment request for a binding's gate. True if it now is this binding's, also when it was before. */
    public boolean consume(long billId, long bindingId) {
        return bills.consume(billId, bindingId);
    }

    /**
     * The first photo of a visit that arrived, decrypted.
     *
     * @param type 1 entry, 2 exit
     */
    public Optional<byte[]> photo(String lotCode, String uid, int type) {
        return photos.content(lotCode, uid, type);
    }

    private static Stay stay(ResultSet row, int n) throws SQLException {
        boolean entered = row.getString("entry_plate") != null;
        return new Stay(
                row.getLong("id"),
                row.getString("lot_code"),
                row.getString("uid"),
                row.getString(entered ? "entry_plate" : "exit_plate"),
                sent(row.getString("entry_plate_sent"), row.getString("entry_plate")),
                row.getObject(entered ? "entry_plate_color" : "exit_plate_color", Integer.class),
                row.getString("exit_plate"),
                SqlTime.read(row, "entered_at"),
                SqlTime.read(row, "entry_received_at"),
                SqlTime.read(row, "left_at"),
                SqlTime.read(row, "exit_arrive_time"),
                SqlTime.read(row, "exit_received_at"),
                row.getObject("exit_fee", Integer.class),
                row.getObject("exit_paid_type", Integer.class),
                row.getBoolean("entry_photo"),
                row.getBoolean("exit_photo"));
    }

    /** Rows of before have the one spelling only. */
    private static String sent(String sent, String plate) {
        return sent == null ? plate : sent;
    }
}

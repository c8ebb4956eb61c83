package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.parking.Sha256;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The pictures of entries and exits: they show plates and people, so they are kept encrypted. */
@NamedInterface("services")
@Component
public class Photos {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    Photos(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** @param number by which the photo's record is known, see {@link PhotoNumbers} */
    public void add(String lotCode, LotRecord photo, String number) {
        byte[] content = photo.bytes("file");
        jdbc.sql("""
                INSERT INTO photo (lot_code, uid, photo_id, photo_type, taken_at, sha256, size_bytes, file_signed,
                    content, received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        lotCode,
                        photo.text("uid"),
                        number,
                        photo.number("type"),
                        SqlTime.of(photo.time("time")),
                        Sha256.of(content),
                        content.length,
                        photo.fileSigned(),
                        cipher.encrypt(content, context(lotCode, number)),
                        SqlTime.of(clock.instant()))
                .update();
    }

    /** The first of this type. */
    Optional<byte[]> content(String lotCode, String uid, int type) {
        return jdbc
                .sql("""
                        SELECT photo_id, content FROM photo
                        WHERE lot_code = ? AND uid = ? AND photo_type = ? ORDER BY id""")
                .params(lotCode, uid, type)
                .query((row, n) -> cipher.decrypt(row.getBytes("content"), context(lotCode, row.getString("photo_id"))))
                .list()
                .stream()
                .findFirst();
    }

    /** @param id of the row */
    public Optional<byte[]> content(long id) {
        return jdbc.sql("SELECT lot_code, photo_id, content FROM photo WHERE id = ?")
                .param(id)
                .query((row, n) -> cipher.decrypt(
                        row.getBytes("content"), context(row.getString("lot_code"), row.getString("photo_id"))))
                .optional();
    }

    private static String context(String lotCode, String photoId) {
        return "photo:" + lotCode + ":" + photoId;
    }
}

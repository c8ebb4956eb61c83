package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.parking.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By what a photo is known at its lot: its photoID. A photo belongs to a visit and to its entry or exit; where a lot gives the
 * photo of another the same photoID, or gives none at all, the number is made of what the photo belongs to, with its digest
 * where there is no photoID.
 */
@Component
public class PhotoNumbers {

    private final JdbcClient jdbc;

    PhotoNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same for the same photo, at most 64 characters. */
    public String of(String lotCode, LotRecord photo) {
        String photoId = photo.text("photoID");
        if (photoId == null) {
            return made(photo, Sha256.of(photo.bytes("file")));
        }
        return anothers(lotCode, photo) ? made(photo, photoId) : photoId;
    }

    /** Whether its photoID is that of a photo of another visit, or of the other end of this one. */
    public boolean anothers(String lotCode, LotRecord photo) {
        return jdbc.sql("SELECT count(*) FROM photo WHERE lot_code = ? AND photo_id = ?"
                                + " AND NOT (uid = ? AND photo_type = ?)")
                        .params(lotCode, photo.text("photoID"), photo.text("uid"), photo.number("type"))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String made(LotRecord photo, String own) {
        return Sha256.of(photo.text("uid") + "\n" + photo.number("type") + "\n" + own);
    }
}

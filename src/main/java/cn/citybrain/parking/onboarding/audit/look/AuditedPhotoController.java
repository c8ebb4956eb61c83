package cn.citybrain.parking.onboarding.audit.look;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.access.Auditors;
import cn.citybrain.parking.onboarding.audit.story.Subjects;
import cn.citybrain.parking.onboarding.audit.story.TestedVisits;
import cn.citybrain.parking.onboarding.parking.record.Photos;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows auditors what lots' cameras saw of the visits that an application was tested with. Each look at a picture is kept. */
@RestController
class AuditedPhotoController {

    private final Subjects subjects;
    private final Photos photos;
    private final JdbcClient jdbc;
    private final Looks looks;
    private final Auditors auditors;

    AuditedPhotoController(Subjects subjects, Photos photos, JdbcClient jdbc, Looks looks, Auditors auditors) {
        this.subjects = subjects;
        this.photos = photos;
        this.jdbc = jdbc;
        this.looks = looks;
        this.auditors = auditors;
    }

    /**
     * @param uid the visit's number
     * @param entry of the entry, else of the exit
     * @param sha256 of the picture as it came
     */
    record Photo(long id, String lotCode, String uid, boolean entry, Instant takenAt, String sha256) {}

    /** Oldest first. */
    @GetMapping("/api/audit/applications/{no}/photos")
    List<Photo> list(@PathVariable String no) {
        List<Photo> list = of(no);
        looks.opened(no, auditors.current().userId());
        return list;
    }

    @GetMapping("/api/audit/applications/{no}/photos/{id}")
    ResponseEntity<byte[]> show(@PathVariable String no, @PathVariable long id) {
        byte[] picture = of(no).stream()
                .filter(photo -> photo.id() == id)
                .findFirst()
                .flatMap(photo -> photos.content(id))
                .orElseThrow(() -> new NotOnRecord("申请 " + no + " 的停车记录里没有这张照片"));
        looks.photo(no, id, auditors.current().userId());
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(picture);
    }

    private List<Photo> of(String no) {
        return jdbc.sql("SELECT p.id, p.lot_code, p.uid, p.photo_type, p.taken_at, p.sha256 FROM photo p JOIN ("
                        + TestedVisits.QUERY + ") v ON v.lot_code = p.lot_code AND v.uid = p.uid ORDER BY p.id")
                .param("bindings", subjects.of(no).bindingIds())
                .query((row, n) -> photo(row))
                .list();
    }

    private static Photo photo(ResultSet row) throws SQLException {
        return new Photo(
                row.getLong("id"),
                row.getString("lot_code"),
                row.getString("uid"),
                row.getInt("photo_type") == 1,
                SqlTime.read(row, "taken_at"),
                row.getString("sha256"));
    }
}

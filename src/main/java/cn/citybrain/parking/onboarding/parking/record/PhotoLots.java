package cn.citybrain.parking.onboarding.parking.record;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose a photo is that names no parkingCode, as clients of 2019 send it. */
@Component
public class PhotoLots {

    private final JdbcClient jdbc;

    PhotoLots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The one lot of the sender; of several, the one that reported the visit, else the one whose number the uid begins with. Empty
     * where none of it tells.
     *
     * @param lots the sender's, at least one
     */
    public Optional<String> of(String uid, Set<String> lots) {
        if (lots.size() == 1) {
            return Optional.of(lots.iterator().next());
        }
        List<String> reported = jdbc.sql("SELECT lot_code FROM stay WHERE uid = :uid AND lot_code IN (:lots)")
                .param("uid", uid)
                .param("lots", lots)
                .query(String.class)
                .list();
        if (reported.size() == 1) {
            return Optional.of(reported.get(0));
        }
        return lots.stream().filter(uid::startsWith).max(Comparator.comparingInt(String::length));
    }
}

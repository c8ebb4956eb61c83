package cn.citybrain.parking.onboarding.parking.key;

import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.InvalidAccessKey;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of the platform's keys a lot reads messages with, where nobody says so. */
@Component
class PlatformKeyChoice {

    private final JdbcClient jdbc;
    private final PlatformKeys keys;

    PlatformKeyChoice(JdbcClient jdbc, PlatformKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Length in bits: what was chosen, else as the lot does already, else as the other lots of the accessID do, else the
     * default.
     *
     * @param wanted null: nothing was chosen
     * @throws InvalidAccessKey if there is no key of the wanted length
     */
    int of(Integer wanted, Optional<AccessKey> valid, String accessId) {
        if (wanted == null) {
            return valid.map(AccessKey::platformKeyBits).orElseGet(() -> usual(accessId));
        }
        if (!PlatformKeys.LENGTHS.contains(wanted)) {
            throw InvalidAccessKey.length();
        }
        return wanted;
    }

    /** One system mostly serves all lots of an accessID. */
    private int usual(String accessId) {
        List<Integer> others = jdbc
                .sql("SELECT DISTINCT platform_key_bits FROM access_key WHERE access_id = ? AND active_lot IS NOT NULL")
                .param(accessId)
                .query((row, n) -> keys.bits(row.getObject("platform_key_bits", Integer.class)))
                .list()
                .stream()
                .distinct()
                .toList();
        return others.size() == 1 ? others.get(0) : PlatformKeys.LENGTHS.get(0);
    }
}

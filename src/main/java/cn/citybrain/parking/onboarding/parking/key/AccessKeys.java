package cn.citybrain.parking.onboarding.parking.key;

import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.InvalidAccessKey;
import cn.citybrain.parking.onboarding.parking.MqttProperties;
import cn.citybrain.parking.onboarding.parking.Sha256;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import cn.citybrain.parking.onboarding.words.Typed;
import java.security.interfaces.RSAPublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The public keys with which lots prove who they are. */
@NamedInterface("services")
@Component
public class AccessKeys {

    private static final Pattern ACCESS_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final JdbcClient jdbc;
    private final MqttProperties mqtt;
    private final Clock clock;

    AccessKeys(JdbcClient jdbc, MqttProperties mqtt, Clock clock) {
        this.jdbc = jdbc;
        this.mqtt = mqtt;
        this.clock = clock;
    }

    /**
     * Makes a key the valid one of a lot; the one before is revoked and kept. One accessID may serve several lots. The
     * same accessID and key again change nothing.
     *
     * @param publicKeyPem RSA, 1024 or 2048 bits, X.509 PEM or its bare Base64
     * @throws InvalidAccessKey with a Chinese message
     */
    @Transactional
    public AccessKey register(String lotCode, String typedId, String publicKeyPem, String by) {
        String accessId = Typed.code(typedId);
        if (!ACCESS_ID.matcher(accessId).matches()) {
            throw new InvalidAccessKey("accessId", "accessID（接入编号）应为 1 到 64 位的字母、数字、下划线或短横线。");
        }
        if (accessId.equalsIgnoreCase(mqtt.username())) {
            throw new InvalidAccessKey("accessId", "accessID（接入编号）“" + accessId + "”由平台自己使用，请换一个。");
        }
        RSAPublicKey key = LotPublicKey.read(publicKeyPem);
        String fingerprint = Sha256.of(key.getEncoded());
        Optional<AccessKey> valid = of(lotCode);
        if (valid.filter(k -> k.accessId().equals(accessId) && k.fingerprint().equals(fingerprint))
                .isPresent()) {
            return valid.get();
        }
        jdbc.sql("UPDATE access_key SET revoked_at = ?, active_lot = NULL WHERE active_lot = ?")
                .params(SqlTime.of(clock.instant()), lotCode)
                .update();
        insert(lotCode, accessId, key, fingerprint, by);
        return of(lotCode).orElseThrow();
    }

    /** The valid key of a lot is valid no longer; it is kept. Returns its accessID, empty if there was none. */
    @Transactional
    public Optional<String> revoke(String lotCode) {
        Optional<String> accessId = of(lotCode).map(AccessKey::accessId);
        jdbc.sql("UPDATE access_key SET revoked_at = ?, active_lot = NULL WHERE active_lot = ?")
                .params(SqlTime.of(clock.instant()), lotCode)
                .update();
        return accessId;
    }

    private void insert(String lotCode, String accessId, RSAPublicKey key, String fingerprint, String by) {
        jdbc.sql("""
                INSERT INTO access_key (access_id, lot_code, public_key, key_size, fingerprint, registered_by,
                    registered_at, active_lot)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        accessId,
                        lotCode,
                        Base64.getEncoder().encodeToString(key.getEncoded()),
                        key.getModulus().bitLength(),
                        fingerprint,
                        by,
                        SqlTime.of(clock.instant()),
                        lotCode)
                .update();
    }

    /** The valid key of a lot. */
    public Optional<AccessKey> of(String lotCode) {
        return jdbc.sql("SELECT * FROM access_key WHERE active_lot = ?")
                .param(lotCode)
                .query(AccessKeys::accessKey)
                .optional();
    }

    /** The lots whose valid key goes by an accessID. */
    public Set<String> lotsOf(String accessId) {
        return named(accessId).stream().map(LotKey::lotCode).collect(Collectors.toUnmodifiableSet());
    }

    /** The valid keys that go by an accessID: one per lot, mostly all the same. */
    public List<LotKey> named(String accessId) {
        return jdbc.sql("SELECT lot_code, public_key FROM access_key WHERE access_id = ? AND active_lot IS NOT NULL")
                .param(accessId)
                .query((row, n) -> new LotKey(row.getString("lot_code"), row.getString("public_key")))
                .list();
    }

    /** @param publicKey Base64 */
    public record LotKey(String lotCode, String publicKey) {}

    private static AccessKey accessKey(ResultSet row, int n) throws SQLException {
        return new AccessKey(
                row.getString("access_id"),
                row.getString("lot_code"),
                row.getInt("key_size"),
                row.getString("fingerprint"),
                row.getString("registered_by"),
                SqlTime.read(row, "registered_at"));
    }
}

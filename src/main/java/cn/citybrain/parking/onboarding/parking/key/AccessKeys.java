package cn.citybrain.parking.onboarding.parking.key;

import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.InvalidAccessKey;
import cn.citybrain.parking.onboarding.parking.Sha256;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.security.interfaces.RSAPublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public keys with which lots prove who they are. With the last lot of an accessID its user at the broker ends: who
 * registers the accessID again begins anew.
 */
@NamedInterface("services")
@Component
public class AccessKeys {

    private final JdbcClient jdbc;
    private final AccessIds ids;
    private final MqttUsers users;
    private final PlatformKeys platform;
    private final PlatformKeyChoice choice;
    private final Clock clock;

    AccessKeys(
            JdbcClient jdbc,
            AccessIds ids,
            MqttUsers users,
            PlatformKeys platform,
            PlatformKeyChoice choice,
            Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.users = users;
        this.platform = platform;
        this.choice = choice;
        this.clock = clock;
    }

    /**
     * Makes a key the valid one of a lot; the one before is revoked and kept. One accessID may serve several lots. The
     * same again changes nothing.
     *
     * @param publicKeyPem RSA, 1024 or 2048 bits, X.509 PEM or its bare Base64
     * @param platformKeyBits length of the platform's key that the lot reads messages with; null: as before, see {@link
     *     PlatformKeyChoice}
     * @throws InvalidAccessKey with a Chinese message
     */
    @Transactional
    public AccessKey register(
            String lotCode, String accessId, String publicKeyPem, Integer platformKeyBits, String by) {
        ids.require(accessId);
        RSAPublicKey key = LotPublicKey.read(publicKeyPem);
        String fingerprint = Sha256.of(key.getEncoded());
        Optional<AccessKey> valid = of(lotCode);
        int bits = choice.of(platformKeyBits, valid, accessId);
        if (valid.filter(k -> k.accessId().equals(accessId)
                        && k.fingerprint().equals(fingerprint)
                        && k.platformKeyBits() == bits)
                .isPresent()) {
            return valid.get();
        }
        revokeRow(lotCode);
        insert(lotCode, accessId, key, bits, by);
        valid.map(AccessKey::accessId)
                .filter(former -> !former.equals(accessId))
                .ifPresent(users::endUnused);
        return of(lotCode).orElseThrow();
    }

    /** The same, and the lot reads messages as before. */
    @Transactional
    public AccessKey register(String lotCode, String accessId, String publicKeyPem, String by) {
        return register(lotCode, accessId, publicKeyPem, null, by);
    }

    /** The valid key of a lot is valid no longer; it is kept. Returns its accessID, empty if there was none. */
    @Transactional
    public Optional<String> revoke(String lotCode) {
        Optional<String> accessId = of(lotCode).map(AccessKey::accessId);
        revokeRow(lotCode);
        accessId.ifPresent(users::endUnused);
        return accessId;
    }

    private void revokeRow(String lotCode) {
        jdbc.sql("UPDATE access_key SET revoked_at = ?, active_lot = NULL WHERE active_lot = ?")
                .params(SqlTime.of(clock.instant()), lotCode)
                .update();
    }

    private void insert(String lotCode, String accessId, RSAPublicKey key, int platformKeyBits, String by) {
        jdbc.sql("""
            INSERT INTO access_key (access_id, lot_code, public_key, key_size, fingerprint, registered_by,
                registered_at, active_lot, platform_key_bits)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
                .params(accessId, lotCode, Base64.getEncoder().encodeToString(key.getEncoded()))
                .params(key.getModulus().bitLength(), Sha256.of(key.getEncoded()), by)
                .params(SqlTime.of(clock.instant()), lotCode, platformKeyBits)
                .update();
    }

    /** The valid key of a lot. */
    public Optional<AccessKey> of(String lotCode) {
        return jdbc.sql("SELECT * FROM access_key WHERE active_lot = ?")
                .param(lotCode)
                .query(this::accessKey)
                .optional();
    }

    /** The valid public key of a lot, Base64. */
    public Optional<String> publicKey(String lotCode) {
        return jdbc.sql("SELECT public_key FROM access_key WHERE active_lot = ?")
                .param(lotCode)
                .query(String.class)
                .optional();
    }

    /** Public keys that a lot had before under the same accessID, newest first, Base64: enough to say that one was replaced. */
    public List<String> formerPublicKeys(String lotCode, String accessId) {
        return jdbc.sql("SELECT public_key FROM access_key WHERE lot_code = ? AND access_id = ? AND active_lot IS NULL"
                        + " ORDER BY id DESC FETCH FIRST 5 ROWS ONLY")
                .params(lotCode, accessId)
                .query(String.class)
                .list();
    }

    /** The valid key of each of these lots that has one, by the lot's code. */
    public Map<String, AccessKey> ofLots(Collection<String> lotCodes) {
        return lotCodes.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT * FROM access_key WHERE active_lot IN (:codes)")
                        .param("codes", lotCodes)
                        .query(this::accessKey)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(AccessKey::lotCode, Function.identity()));
    }

    /** The lots whose valid key goes by an accessID. */
    public Set<String> lotsOf(String accessId) {
        return named(accessId).stream().map(LotKey::lotCode).collect(Collectors.toUnmodifiableSet());
    }

    /** The valid keys that go by an accessID: one per lot, mostly all the same. PostgreSQL would not even look for a NUL. */
    public List<LotKey> named(String accessId) {
        if (accessId.indexOf('\0') >= 0) {
            return List.of();
        }
        return jdbc.sql("SELECT lot_code, public_key FROM access_key WHERE access_id = ? AND active_lot IS NOT NULL")
                .param(accessId)
                .query((row, n) -> new LotKey(row.getString("lot_code"), row.getString("public_key")))
                .list();
    }

    /** @param publicKey Base64 */
    public record LotKey(String lotCode, String publicKey) {}

    private AccessKey accessKey(ResultSet row, int n) throws SQLException {
        return new AccessKey(
                row.getString("access_id"),
                row.getString("lot_code"),
                row.getInt("key_size"),
                row.getString("fingerprint"),
                row.getString("registered_by"),
                SqlTime.read(row, "registered_at"),
                platform.bits(row.getObject("platform_key_bits", Integer.class)));
    }
}

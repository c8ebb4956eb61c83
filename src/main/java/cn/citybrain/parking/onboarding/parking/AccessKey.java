package cn.citybrain.parking.onboarding.parking;

import java.time.Instant;

/**
 * The valid public key of a lot.
 *
 * @param accessId name under which the lot signs (accessID)
 * @param keySize 1024 or 2048 bits
 * @param fingerprint SHA-256 of the key in hexadecimal, for people to compare
 * @param platformKeyBits length of the platform's key that closes the messages to the lot: 1024 or 2048
 */
public record AccessKey(
        String accessId,
        String lotCode,
        int keySize,
        String fingerprint,
        String registeredBy,
        Instant registeredAt,
        int platformKeyBits) {

    /** The same with somebody's name in the place of an id. */
    public AccessKey registeredBy(String name) {
        return new AccessKey(accessId, lotCode, keySize, fingerprint, name, registeredAt, platformKeyBits);
    }
}

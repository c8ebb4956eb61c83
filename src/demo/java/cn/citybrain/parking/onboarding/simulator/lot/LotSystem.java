package cn.citybrain.parking.onboarding.simulator.lot;

import java.util.Map;

/**
 * One lot's system.
 *
 * @param code parkingCode
 * @param accessId its name at the platform
 * @param keys its key pairs by size in bits (1024, 2048)
 * @param keySize the pair that it signs with
 * @param dataAsText whether {@code data} inside the cipher is a JSON text instead of an object
 * @param fileOutside whether a photo travels beside the cipher instead of in it
 * @param reception how it gets the platform's messages
 * @param platformKeyBits length of the platform's key that it opens them with: 1024 (in fixed blocks of 128 bytes) or 2048
 */
public record LotSystem(
        String code,
        String name,
        String accessId,
        Map<Integer, LotKeys> keys,
        int keySize,
        boolean dataAsText,
        boolean fileOutside,
        Reception reception,
        Integer platformKeyBits) {

    public LotSystem {
        reception = reception == null ? Reception.POLLING : reception;
        // set up when the platform had one key, of 2048 bits
        platformKeyBits = platformKeyBits == null ? (Integer) 2048 : platformKeyBits;
    }

    /** The pair in use. */
    public LotKeys key() {
        return keys.get(keySize);
    }

    LotSystem with(int newKeySize, boolean newDataAsText, boolean newFileOutside) {
        if (!keys.containsKey(newKeySize)) {
            throw new IllegalArgumentException("密钥长度只能是 1024 或 2048");
        }
        return new LotSystem(
                code, name, accessId, keys, newKeySize, newDataAsText, newFileOutside, reception, platformKeyBits);
    }

    LotSystem named(String newName) {
        return new LotSystem(
                code, newName, accessId, keys, keySize, dataAsText, fileOutside, reception, platformKeyBits);
    }

    LotSystem receiving(Reception newReception) {
        return new LotSystem(
                code, name, accessId, keys, keySize, dataAsText, fileOutside, newReception, platformKeyBits);
    }

    LotSystem opening(int bits) {
        if (bits != 1024 && bits != 2048) {
            throw new IllegalArgumentException("平台密钥长度只能是 1024 或 2048");
        }
        return new LotSystem(code, name, accessId, keys, keySize, dataAsText, fileOutside, reception, bits);
    }
}

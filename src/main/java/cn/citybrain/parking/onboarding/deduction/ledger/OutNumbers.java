package cn.citybrain.parking.onboarding.deduction.ledger;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Our numbers at the channels: at most 32 letters and digits, derived from what they stand for. The same bill and attempt
 * give the same number, also after a restored backup.
 */
public final class OutNumbers {

    private static final int HASH_DIGITS = 26;

    private OutNumbers() {}

    /** {@code out_trade_no} of an attempt. */
    static String deduction(String lotCode, String uid, String billNo, int attempt) {
        return "T%02d".formatted(attempt) + hash(lotCode + '|' + uid + '|' + billNo);
    }

    public static String refund(String outTradeNo, int attempt) {
        return "R%02d".formatted(attempt) + hash(outTradeNo);
    }

    public static String visit(long bindingId, String lotCode, String uid) {
        return "V" + hash(bindingId + "|" + lotCode + '|' + uid);
    }

    private static String hash(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            String digits = new BigInteger(1, sha).toString(36).toUpperCase(java.util.Locale.ROOT);
            return digits.substring(digits.length() - HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.citybrain.parking.onboarding.simulator.unionpay;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The digest over names and values with the shared key. */
final class UnionPaySeals {

    private UnionPaySeals() {}

    static String sign(Map<String, String> fields) {
        List<String> names = new ArrayList<>(fields.keySet());
        names.remove("Sign");
        names.add("Key");
        Collections.sort(names);
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            String value = name.equals("Key") ? UnionPayParty.KEY : fields.get(name);
            if (value != null && !value.isBlank() && !value.strip().equalsIgnoreCase("null")) {
                text.append(text.isEmpty() ? "" : "&")
                        .append(name.toLowerCase())
                        .append('=')
                        .append(value);
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the signature into the fields, unless there shall be none. */
    static void seal(Map<String, String> fields, Seal seal) {
        if (seal != Seal.NONE) {
            String sign = sign(fields);
            fields.put("Sign", seal == Seal.WRONG ? sign.substring(1) + "0" : sign);
        }
    }
}

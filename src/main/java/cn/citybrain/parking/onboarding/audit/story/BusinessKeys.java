package cn.citybrain.parking.onboarding.audit.story;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The business keys of an application's processes: its number alone, or with {@code -} and the code of the lot it is about,
 * or with {@code -devices} for devices installed later.
 */
public final class BusinessKeys {

    private static final String DEVICES = "devices";
    /** Behind the number of the application whose devices are installed later. */
    public static final String OF_DEVICES = "-" + DEVICES;

    private BusinessKeys() {}

    public static Set<String> of(String applicationNo, Collection<String> lotCodes) {
        Set<String> keys = new HashSet<>(Set.of(applicationNo, applicationNo + OF_DEVICES));
        lotCodes.forEach(code -> keys.add(applicationNo + "-" + code));
        return keys;
    }

    /** The lot's code; empty: about no single lot, or of another application. */
    static String lotCode(String key, String applicationNo) {
        if (key == null || !key.startsWith(applicationNo + "-")) {
            return "";
        }
        String suffix = key.substring(applicationNo.length() + 1);
        return suffix.equals(DEVICES) ? "" : suffix;
    }
}

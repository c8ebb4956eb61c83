package cn.citybrain.parking.onboarding.parking.record;

/**
 * One field of a call.
 *
 * @param key as in the specification
 * @param label Chinese name
 */
public record LotField(String key, String label, FieldKind kind, boolean mandatory) {

    static LotField must(String key, String label, FieldKind kind) {
        return new LotField(key, label, kind, true);
    }

    static LotField may(String key, String label, FieldKind kind) {
        return new LotField(key, label, kind, false);
    }

    /** How messages call it. */
    String named() {
        return key + "（" + label + "）";
    }
}

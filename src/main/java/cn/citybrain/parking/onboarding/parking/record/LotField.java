package cn.citybrain.parking.onboarding.parking.record;

/**
 * One field of a call.
 *
 * @param key as in the specification
 * @param label Chinese name
 * @param orEmpty whether it may come empty though it must come: a plate that the camera did not see
 */
public record LotField(String key, String label, FieldKind kind, boolean mandatory, boolean orEmpty) {

    static LotField must(String key, String label, FieldKind kind) {
        return new LotField(key, label, kind, true, false);
    }

    static LotField may(String key, String label, FieldKind kind) {
        return new LotField(key, label, kind, false, false);
    }

    static LotField mustOrEmpty(String key, String label, FieldKind kind) {
        return new LotField(key, label, kind, true, true);
    }

    /** How messages call it. */
    String named() {
        return key + "（" + label + "）";
    }
}

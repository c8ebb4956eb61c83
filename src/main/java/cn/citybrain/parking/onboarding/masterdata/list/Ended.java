package cn.citybrain.parking.onboarding.masterdata.list;

/** Which records a list shows. */
public enum Ended {
    /** All of them. */
    ALL,
    /** Those that are in use. */
    ACTIVE,
    /** Those that were deactivated or closed. */
    ENDED;

    /** Beginning with AND, or empty. */
    String condition(String column) {
        return switch (this) {
            case ALL -> "";
            case ACTIVE -> " AND " + column + " IS NULL";
            case ENDED -> " AND " + column + " IS NOT NULL";
        };
    }

    public static Ended of(String state) {
        return state.equals("ACTIVE") ? ACTIVE : state.equals("ENDED") ? ENDED : ALL;
    }
}

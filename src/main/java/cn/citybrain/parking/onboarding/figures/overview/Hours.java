package cn.citybrain.parking.onboarding.figures.overview;

/** A duration as a number that spreadsheets calculate with. */
record Hours(long millis) {

    private static final double HOUR = 3_600_000;

    /** To two decimals. */
    double number() {
        return Math.round(millis / HOUR * 100) / 100.0;
    }
}

package cn.citybrain.parking.onboarding.figures.outcome;

/**
 * How many applications of a channel were accepted without ever having been returned.
 *
 * @param decided applications that were accepted or refused, the last time in the period
 * @param atOnce of those, accepted and never returned before
 * @param refused of those, refused
 */
public record FirstPass(String channel, String channelName, long decided, long atOnce, long refused) {

    /** Of what was decided, to one decimal. */
    public double rate() {
        return decided == 0 ? 0 : Math.round(atOnce * 1000.0 / decided) / 10.0;
    }
}

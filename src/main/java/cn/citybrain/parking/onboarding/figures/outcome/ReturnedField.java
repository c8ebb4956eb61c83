package cn.citybrain.parking.onboarding.figures.outcome;

/**
 * How often a field was found fault with.
 *
 * @param field what the form calls it, in Chinese
 * @param byReviewers remarks of the operating company
 * @param byChannel remarks of the channel
 */
public record ReturnedField(String channel, String channelName, String field, long byReviewers, long byChannel) {

    public long all() {
        return byReviewers + byChannel;
    }
}

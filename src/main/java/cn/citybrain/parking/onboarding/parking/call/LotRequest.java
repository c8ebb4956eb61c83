package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.key.Envelope;

/**
 * One request of a lot, not yet proven.
 *
 * @param file a photo that came as a form field of its own, else null
 */
public record LotRequest(String accessId, Envelope envelope, String file) {

    /** Neither cipher nor photo may reach a log. */
    @Override
    public String toString() {
        return "LotRequest[" + accessId + "]";
    }
}

package cn.citybrain.parking.onboarding.merchant;

import java.time.Instant;

/**
 * Something that was said or done about a lot that its channel refused.
 *
 * @param party whose word it is: code of a role, or {@link LotRefusals#CHANNEL}
 * @param actor the person; the channel's code
 * @param text Chinese, empty where the kind says all
 */
public record LotWord(Kind kind, String party, String actor, String text, Instant at) {

    /** What kind of thing it is; all but a note say with whom the lot is from now on. */
    public enum Kind {
        /** The channel said no: the operator corrects the lot's data. */
        REFUSED,
        /** Somebody writes down what they know, before they decide. */
        NOTE,
        /** The operator asks the operating company to clear it with the channel. */
        ASKED,
        /** The operating company asks the operator to correct something. */
        RETURNED,
        /** The lot is on its way to the channel again. */
        RESUBMITTED,
        GIVEN_UP
    }
}

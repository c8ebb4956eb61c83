package cn.citybrain.parking.onboarding.process.handover;

import java.time.Instant;

/**
 * A task went from one person to another.
 *
 * @param from user id; null: nobody had taken it
 * @param to user id
 * @param by user id of who did it; null: the platform
 * @param word why, in the person's own words; empty where nobody was asked
 * @param standInId null where nobody was away
 * @param at null before it is written
 */
public record HandOver(Kind kind, String from, String to, String by, String word, Long standInId, Instant at) {

    /** How it came about. */
    public enum Kind {
        /** By the one who had it. */
        HANDED,
        /** By a supervisor. */
        REASSIGNED,
        /** Somebody does it for one who is away. */
        STOOD_IN,
        /** To the one who was away, undone. */
        RETURNED
    }

    public static HandOver reassigned(String from, String to, String by, String word) {
        return new HandOver(Kind.REASSIGNED, from, to, by, word, null, null);
    }
}

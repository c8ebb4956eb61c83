package cn.citybrain.parking.onboarding.application;

import java.time.Instant;

/**
 * One step in agreeing on a visit of the channel's people, and what came of it. The newest of an application counts.
 *
 * @param contact who comes, with a phone number, as the channel or the operator wrote it
 * @param note the channel's words, empty if none
 * @param documentId photo of the contract, null unless the visit was held
 * @param recordedBy user id, or code of the channel
 */
public record Appointment(
        long id,
        Kind kind,
        Instant visitAt,
        String contact,
        String note,
        String documentId,
        String recordedBy,
        Instant recordedAt) {

    /** What somebody said about the visit. */
    public enum Kind {
        /** The channel proposes it. */
        PROPOSED("对方提出"),
        /** The operator agrees to what was proposed, or was called and set the first date. */
        CONFIRMED("已约定"),
        /** The operator moves it: the last word is theirs. */
        RESCHEDULED("已改期"),
        /** Nobody came. */
        MISSED("对方没有来"),
        /** They came, and the contract is signed. */
        HELD("已签约");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Chinese name. */
        public String title() {
            return title;
        }

        /** Whether a visit is yet to come. */
        public boolean isAhead() {
            return this == PROPOSED || this == CONFIRMED || this == RESCHEDULED;
        }
    }
}

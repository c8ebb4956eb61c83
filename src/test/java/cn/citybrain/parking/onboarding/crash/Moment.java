package cn.citybrain.parking.onboarding.crash;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** When the JVM dies, each at a lot of its own. Several lots are at their moments when one kill comes. */
enum Moment {
    BEFORE_INTENT(1, Fact.PREPARED, false),
    AFTER_INTENT(1, Fact.PREPARED, true),
    BEFORE_SENDING(1, Fact.SENT, false),
    AFTER_SENDING(1, Fact.SENT, true),
    /** The channel has the request and has done nothing yet. */
    REQUEST_UNDER_WAY(1),
    /** The channel has charged and has not answered. */
    AFTER_CHARGE(1),
    /** As {@link #AFTER_CHARGE}, and the operator has asked to withdraw the lot. */
    WITHDRAWN_DURING_CHARGE(1),
    BEFORE_RESULT(1, Fact.SUCCEEDED, false),
    AFTER_RESULT(1, Fact.SUCCEEDED, true),
    BEFORE_CORRELATION(1, Fact.CONSUMED, false),
    AFTER_CORRELATION(1, Fact.CONSUMED, true),

    AFTER_LIVE(2, Fact.LIVE, true),
    BEFORE_WITHDRAWAL(2, Fact.WITHDRAWAL_REQUESTED, false),
    BEFORE_LIVE(2, Fact.LIVE, false),

    AFTER_CLOSING(3, Fact.WITHDRAWN, true),
    BEFORE_CLOSING(3, Fact.WITHDRAWN, false),

    /** The mail server has the mail, the outbox does not know. */
    BETWEEN_MAIL_AND_COMMIT(4, Fact.MAILED, false),
    AFTER_WITHDRAWAL(4, Fact.WITHDRAWAL_REQUESTED, true);

    static final int ROUNDS = 4;

    private final int round;
    private final Fact fact;
    private final boolean after;

    Moment(int round) {
        this(round, null, true);
    }

    /** @param after whether the transaction that makes the fact is committed before the JVM dies */
    Moment(int round, Fact fact, boolean after) {
        this.round = round;
        this.fact = fact;
        this.after = after;
    }

    /** What dies in one kill. The last of them is brought about when the others have come. */
    static List<Moment> ofRound(int round) {
        return Arrays.stream(values()).filter(moment -> moment.round == round).toList();
    }

    /** A commit around which the JVM dies; empty where it dies in a call to the channel. */
    Optional<Fact> fact() {
        return Optional.ofNullable(fact);
    }

    boolean after() {
        return after;
    }

    /** Whether the lot ends withdrawn, instead of live. */
    boolean withdraws() {
        return this == WITHDRAWN_DURING_CHARGE || withdrawnBeforeTheTest();
    }

    /** Whether the lot is withdrawn while its gate waits for a record, so that nothing is ever charged. */
    boolean withdrawnBeforeTheTest() {
        return fact == Fact.WITHDRAWAL_REQUESTED || fact == Fact.WITHDRAWN;
    }

    String lotCode() {
        return "330102900%d".formatted(ordinal() + 1);
    }

    /** A fact in the database, as a query that counts it. */
    enum Fact {
        PREPARED("FROM deduction WHERE binding_id = %1$d AND state = 'PREPARED'"),
        SENT("FROM deduction WHERE binding_id = %1$d AND state = 'SENT'"),
        SUCCEEDED("FROM deduction WHERE binding_id = %1$d AND state = 'SUCCEEDED'"),
        CONSUMED("FROM bill WHERE consumed_by = %1$d"),
        LIVE("FROM lot_binding WHERE id = %1$d AND state = 'LIVE'"),
        MAILED("FROM mail WHERE dedupe_key LIKE 'lot-live/%1$d/%%' AND state = 'SENT'"),
        WITHDRAWAL_REQUESTED("FROM lot_binding WHERE id = %1$d AND withdrawal_requested_at IS NOT NULL"),
        WITHDRAWN("FROM lot_binding WHERE id = %1$d AND state = 'WITHDRAWN'");

        private final String query;

        Fact(String query) {
            this.query = "SELECT count(*) " + query;
        }

        String about(long bindingId) {
            return query.formatted(bindingId);
        }
    }
}

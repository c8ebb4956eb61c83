package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.channel.charge.GivenNumber;
import cn.citybrain.parking.onboarding.deduction.Refund;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One attempt to charge one bill. Money in 分.
 *
 * @param uid id of the stay at the lot
 * @param plateNo in full; empty where the stay is not known
 * @param state name of the deduction's state
 * @param chargedAmount what the channel says that it took, null if it said nothing
 * @param transactionNo the channel's number, empty if it gave none
 * @param liveOn whether the lot went live on this one
 * @param moves every change of its state, oldest first
 * @param requests signed requests that are kept: of the charge and its refunds
 */
public record Attempt(
        long id,
        long bindingId,
        String lotCode,
        String lotName,
        String billNo,
        String uid,
        String plateNo,
        Instant enteredAt,
        Instant leftAt,
        int attemptNo,
        String outTradeNo,
        int amount,
        Integer chargedAmount,
        String transactionNo,
        String state,
        String stateText,
        String code,
        String reason,
        String note,
        boolean liveOn,
        Instant createdAt,
        Instant sentAt,
        Instant decidedAt,
        List<Move> moves,
        Dispute dispute,
        List<RefundMade> refunds,
        List<KeptRequest> requests) {

    /** The channel's number in words: where it charged and gave none, that is said. */
    public String givenNumber() {
        return chargedAmount == null || chargedAmount == 0 ? transactionNo : GivenNumber.fact(transactionNo);
    }

    Stream<Person> people() {
        return Stream.of(
                        moves.stream().map(Move::person),
                        Stream.ofNullable(dispute).map(Dispute::closedBy),
                        refunds.stream().map(RefundMade::requestedBy),
                        refunds.stream().map(RefundMade::approvedBy))
                .flatMap(people -> people);
    }

    /** With the names and roles of its people. */
    Attempt by(UnaryOperator<Person> known) {
        return with(
                liveOn,
                moves.stream().map(move -> move.named(known)).toList(),
                dispute == null ? null : dispute.named(known),
                refunds.stream().map(refund -> refund.named(known)).toList());
    }

    /** The same, as the one that its lot went live on. */
    Attempt live() {
        return with(true, moves, dispute, refunds);
    }

    private Attempt with(boolean live, List<Move> newMoves, Dispute newDispute, List<RefundMade> newRefunds) {
        return new Attempt(
                id,
                bindingId,
                lotCode,
                lotName,
                billNo,
                uid,
                plateNo,
                enteredAt,
                leftAt,
                attemptNo,
                outTradeNo,
                amount,
                chargedAmount,
                transactionNo,
                state,
                stateText,
                code,
                reason,
                note,
                live,
                createdAt,
                sentAt,
                decidedAt,
                newMoves,
                newDispute,
                newRefunds,
                requests);
    }

    /** @param broughtBy who or what brought it, in Chinese: a person's name, 渠道通知, 查询 … */
    public record Move(String kind, String words, String broughtBy, Person person, String text, Instant at) {

        Move named(UnaryOperator<Person> known) {
            return new Move(kind, words, broughtBy, known.apply(person), text, at);
        }
    }

    /**
     * A success that differs from the bill.
     *
     * @param closedBy null while it is open, and where it ended by itself
     * @param closedAt null while it is open
     * @param outcome what became of it, Chinese; empty while it is open
     */
    public record Dispute(Instant since, String reason, Person closedBy, Instant closedAt, String outcome) {

        Dispute named(UnaryOperator<Person> known) {
            return new Dispute(since, reason, known.apply(closedBy), closedAt, outcome);
        }
    }

    /** A refund with both its people. */
    public record RefundMade(
            long id,
            int attemptNo,
            String outRefundNo,
            int amount,
            String reason,
            String state,
            String stateText,
            Person requestedBy,
            Instant requestedAt,
            Person approvedBy,
            Instant approvedAt,
            String channelRefundNo,
            Instant decidedAt,
            String note) {

        /** The channel's number in words: where the money is back and it gave none, that is said. */
        public String givenNumber() {
            return state.equals(Refund.State.REFUNDED.name()) ? GivenNumber.fact(channelRefundNo) : channelRefundNo;
        }

        RefundMade named(UnaryOperator<Person> known) {
            return new RefundMade(
                    id,
                    attemptNo,
                    outRefundNo,
                    amount,
                    reason,
                    state,
                    stateText,
                    known.apply(requestedBy),
                    requestedAt,
                    known.apply(approvedBy),
                    approvedAt,
                    channelRefundNo,
                    decidedAt,
                    note);
        }
    }

    /** @param number out_trade_no or out_refund_no */
    public record KeptRequest(String number, Instant keptAt) {}
}

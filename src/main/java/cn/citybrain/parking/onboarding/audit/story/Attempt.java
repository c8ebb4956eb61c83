package cn.citybrain.parking.onboarding.audit.story;

import java.time.Instant;
import java.util.List;

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

    /** @param broughtBy who or what brought it, in Chinese: a person's name, 渠道通知, 查询 … */
    public record Move(String kind, String words, String broughtBy, Person person, String text, Instant at) {}

    /** A success that differs from the bill. @param closedBy null while it is open */
    public record Dispute(Instant since, String reason, Person closedBy, Instant closedAt) {}

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
            String note) {}

    /** @param number out_trade_no or out_refund_no */
    public record KeptRequest(String number, Instant keptAt) {}
}

package cn.citybrain.parking.onboarding.deduction;

import java.time.Instant;

/**
 * One attempt to charge one bill.
 *
 * @param outTradeNo our number at the channel, at most 32 letters and digits
 * @param billNo the lot's number of the bill
 * @param amount in 分
 * @param sends how often it was sent
 * @param sentAt first time, null before
 * @param queries how often the channel was asked
 * @param queryUntil when a supervisor has to decide
 * @param note the channel's last word, in Chinese
 * @param transactionNo the channel's number of the charge, null while it has given none: ours never stands for it
 * @param chargedAmount what the channel says it charged, in 分; null if nothing, 0 if a disputed charge turned out to be none
 * @param code why it was not charged, in the channel's code; stays when a later word makes it DISPUTED
 * @param abandonedAt when a supervisor gave it up, null if nobody did
 * @param withSupervisorSince when a supervisor got the task to clear it with the channel, null while nobody is asked
 * @param disputeClosedAt when its money was back and what follows was decided, null before
 */
public record Deduction(
        long id,
        int version,
        long bindingId,
        long billId,
        int attemptNo,
        String outTradeNo,
        String channel,
        String lotCode,
        String uid,
        String billNo,
        int amount,
        DeductionState state,
        int sends,
        Instant sentAt,
        Instant lastSentAt,
        int queries,
        Instant nextQueryAt,
        Instant queryUntil,
        String note,
        String transactionNo,
        Integer chargedAmount,
        String code,
        String reason,
        String abandonedBy,
        Instant abandonedAt,
        Instant createdAt,
        Instant decidedAt,
        Instant withSupervisorSince,
        Instant disputeClosedAt) {

    /** Asked for as long as agreed, and still undecided. */
    public boolean exhausted(Instant now) {
        return state.undecided() && queryUntil != null && !now.isBefore(queryUntil);
    }

    /** Where it stands, in Chinese. */
    public String words() {
        if (abandonedAt != null && state.undecided()) {
            return "已放弃，仍在核对渠道结果";
        }
        return withSupervisor() ? "渠道长时间没有结果，等待运营公司主管核实" : state.words();
    }

    /** Whether there is a task for a supervisor: the schedule of queries has ended some moments before. */
    public boolean withSupervisor() {
        return state.undecided() && abandonedAt == null && withSupervisorSince != null;
    }

    /** Charged, but not as ordered, and not over yet. */
    public boolean disputed() {
        return state == DeductionState.DISPUTED && disputeClosedAt == null;
    }

    /** Disputed, and the channel has still to say, asked by us, what it really charged. */
    public boolean inDoubt() {
        return disputed() && nextQueryAt != null;
    }

    /** Disputed, and the channel said, asked by us, that it charged nothing. */
    public boolean chargedNothing() {
        return state == DeductionState.DISPUTED && !inDoubt() && chargedAmount == 0;
    }

    /** Disputed after it was given up or had failed: the gate went on without it, no task waits for its end. */
    public boolean disputedLate() {
        return abandoned() || code != null;
    }

    public boolean abandoned() {
        return abandonedAt != null;
    }
}

package cn.citybrain.parking.onboarding.channel.charge;

import java.time.Instant;

/** What became of a deduction, as far as the channel said so in an authenticated answer. */
public sealed interface DeductionResult {

    /**
     * Charged. Every fact that the channel echoed stands in {@code facts}.
     *
     * @param transactionNo the channel's own number of the charge, empty while it has given none: ours never stands for it
     * @param paidAt null where the channel does not say when
     */
    record Succeeded(String transactionNo, Instant paidAt, ChargedFacts facts) implements DeductionResult {

        public Succeeded {
            String ours = facts == null ? null : facts.outTradeNo();
            transactionNo = transactionNo == null || transactionNo.equals(ours) ? "" : transactionNo;
        }
    }

    /** Definitely not charged, and never will be under this number. */
    record Failed(String code, String reason) implements DeductionResult {}

    /** The channel has it and will decide. */
    record Pending() implements DeductionResult {}

    /** We don't know: time-out, 5xx, unsigned or odd answer. Ask again. */
    record Unknown(String why) implements DeductionResult {}

    /** The channel says it never saw the number (only from a query). */
    record NeverSeen() implements DeductionResult {}

    /**
     * What the channel echoes of a charge; null where it doesn't.
     *
     * @param amount in 分
     * @param terminalNo terminal that made the deal (ETC), which must stand in a lane of the lot
     */
    record ChargedFacts(
            String outTradeNo,
            Integer amount,
            String channelAccount,
            String visitReference,
            String plateNumber,
            String lotName,
            Instant enteredAt,
            Instant leftAt,
            String terminalNo) {

        /** From a channel that echoes no more than this. */
        public static ChargedFacts of(String outTradeNo, Integer amount, String channelAccount) {
            return new ChargedFacts(outTradeNo, amount, channelAccount, null, null, null, null, null, null);
        }
    }
}

package cn.citybrain.parking.onboarding.deduction.refund;

import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.deduction.ledger.OutNumbers;

/**
 * Refunds that a restored backup does not know: the money may have gone back under the number of another attempt. Asks for
 * all of the first ones before anything is sent; a channel that knows none of them has given nothing back.
 */
final class LostRefunds {

    private static final int ATTEMPTS = 5;

    private LostRefunds() {}

    /** What the channel knows of a refund of this charge, whatever its number; Unknown if nothing. */
    static RefundResult find(Charges charges, RefundOrder order, String outTradeNo) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            RefundOrder other = numbered(order, OutNumbers.refund(outTradeNo, attempt));
            RefundResult state = charges.refundState(other);
            if (state instanceof RefundResult.Refunded || state instanceof RefundResult.Pending) {
                return state;
            }
        }
        return new RefundResult.Unknown("渠道没有这笔退款");
    }

    private static RefundOrder numbered(RefundOrder order, String outRefundNo) {
        return new RefundOrder(
                outRefundNo, order.charge(), order.transactionNo(), order.amount(), order.total(), order.reason());
    }
}

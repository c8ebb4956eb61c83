package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import cn.citybrain.parking.onboarding.channel.wire.WireFailure;
import com.alipay.api.domain.AlipayEcoMycarParkingOrderRefundModel;
import com.alipay.api.request.AlipayEcoMycarParkingOrderRefundRequest;
import com.alipay.api.response.AlipayEcoMycarParkingOrderRefundResponse;
import com.alipay.api.response.AlipayEcoMycarTradeOrderQueryResponse;
import java.util.Optional;

/**
 * Refunds of whole charges, idempotent on {@code out_refund_no} (assumed). There is no query for a refund: the trade says
 * how much of it was given back.
 */
final class AlipayRefunds {

    private final AlipayWire wire;
    private final TradeQuery trades;

    AlipayRefunds(AlipayWire wire, TradeQuery trades) {
        this.wire = wire;
        this.trades = trades;
    }

    RefundResult refund(RefundOrder order) {
        AlipayEcoMycarParkingOrderRefundModel model = new AlipayEcoMycarParkingOrderRefundModel();
        model.setOrderNo(order.transactionNo());
        model.setOutOrderNo(order.outTradeNo());
        model.setOutRefundNo(order.outRefundNo());
        model.setRefundFee(ParkingCodes.yuan(order.amount()));
        model.setRefundReason(order.reason());
        AlipayEcoMycarParkingOrderRefundRequest request = new AlipayEcoMycarParkingOrderRefundRequest();
        request.setBizModel(model);
        try {
            return refunded(order, wire.kept(order.outRefundNo(), request));
        } catch (AlipayRefusal refusal) {
            return refused(order, refusal);
        } catch (NoAnswer unclear) {
            return new RefundResult.Unknown(unclear.why());
        }
    }

    private static RefundResult refunded(RefundOrder order, AlipayEcoMycarParkingOrderRefundResponse answer) {
        boolean ours = order.outRefundNo().equals(answer.getOutRefundNo())
                && !ParkingCodes.blank(answer.getRefundFee())
                && ParkingCodes.fen(answer.getRefundFee()) == order.amount();
        if (!ours) {
            return new RefundResult.Unknown("支付宝的退款应答不完整或属于另一笔退款");
        }
        return new RefundResult.Refunded(answer.getRefundNo());
    }

    private RefundResult refused(RefundOrder order, AlipayRefusal refusal) {
        if (refusal.accepted()) {
            return new RefundResult.Pending();
        }
        if (!refusal.definite()) {
            return new RefundResult.Unknown(refusal.why());
        }
        // "already given back" would be a refusal too: the trade decides
        try {
            return given(order).orElseGet(() -> new RefundResult.Failed(refusal.code(), refusal.words()));
        } catch (WireFailure unclear) {
            return new RefundResult.Unknown(unclear.why());
        }
    }

    RefundResult state(RefundOrder order) {
        try {
            return given(order).orElseGet(() -> new RefundResult.Unknown("支付宝尚未查到该笔退款"));
        } catch (WireFailure failure) {
            // a refused query says nothing about the refund
            return new RefundResult.Unknown(failure.why());
        }
    }

    /** What the trade says of a refund; empty if nothing. */
    private Optional<RefundResult> given(RefundOrder order) {
        AlipayEcoMycarTradeOrderQueryResponse trade = trades.byOutTradeNo(order.outTradeNo());
        if (!order.outTradeNo().equals(trade.getOutBizTradeNo())) {
            throw new NoAnswer(Channel.ALIPAY, "应答属于另一笔扣款");
        }
        int back = ParkingCodes.blank(trade.getSendBackFee()) ? 0 : ParkingCodes.fen(trade.getSendBackFee());
        if (back >= order.amount()) {
            // the trade tells how much went back, and no number of the refund
            return Optional.of(new RefundResult.Refunded(""));
        }
        return switch (String.valueOf(trade.getTradeStatus())) {
            case "6" -> Optional.of(new RefundResult.Pending());
            case "7" -> Optional.of(new RefundResult.Failed("REFUND_FAIL", "支付宝退款失败，请在支付宝商家平台查看原因"));
            default -> Optional.empty();
        };
    }
}

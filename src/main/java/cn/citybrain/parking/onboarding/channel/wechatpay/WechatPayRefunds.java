package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import java.util.function.Supplier;

/** Refunds, idempotent on {@code out_refund_no}: one that WeChat Pay never saw may simply be sent again. */
final class WechatPayRefunds {

    private final WechatPayWire wire;
    private final RefundService refunds;

    WechatPayRefunds(WechatPayWire wire, RefundService refunds) {
        this.wire = wire;
        this.refunds = refunds;
    }

    RefundResult refund(RefundOrder order) {
        AmountReq amount = new AmountReq();
        amount.setRefund((long) order.amount());
        amount.setTotal((long) order.total());
        amount.setCurrency("CNY");
        CreateRequest request = new CreateRequest();
        request.setSubMchid(order.channelAccount());
        request.setOutTradeNo(order.outTradeNo());
        request.setOutRefundNo(order.outRefundNo());
        request.setReason(order.reason());
        request.setAmount(amount);
        try {
            return answer(order, () -> wire.kept(order.outRefundNo(), () -> refunds.create(request)));
        } catch (WechatPayRefusal refusal) {
            return refusal.definite()
                    ? new RefundResult.Failed(refusal.code(), refusal.words())
                    : new RefundResult.Unknown(refusal.why());
        }
    }

    RefundResult state(RefundOrder order) {
        QueryByOutRefundNoRequest query = new QueryByOutRefundNoRequest();
        query.setOutRefundNo(order.outRefundNo());
        query.setSubMchid(order.channelAccount());
        try {
            return answer(order, () -> wire.call(() -> refunds.queryByOutRefundNo(query)));
        } catch (WechatPayRefusal refusal) {
            // a refused query says nothing about the refund
            return new RefundResult.Unknown(refusal.why());
        }
    }

    private RefundResult answer(RefundOrder order, Supplier<Refund> call) {
        try {
            return result(order, call.get());
        } catch (NoAnswer unclear) {
            return new RefundResult.Unknown(unclear.why());
        }
    }

    private static RefundResult result(RefundOrder order, Refund refund) {
        boolean ours = order.outRefundNo().equals(refund.getOutRefundNo())
                && order.outTradeNo().equals(refund.getOutTradeNo());
        if (!ours || refund.getStatus() == null) {
            return new RefundResult.Unknown("微信支付的退款应答不完整或属于另一笔退款");
        }
        return switch (refund.getStatus()) {
            case SUCCESS -> new RefundResult.Refunded(refund.getRefundId());
            case PROCESSING -> new RefundResult.Pending();
            case CLOSED -> new RefundResult.Failed("CLOSED", "微信支付已关闭该笔退款");
            // people mend it on WeChat Pay's own pages, then this number is SUCCESS; another number would pay twice
            case ABNORMAL -> new RefundResult.Pending("退款未能退回车主账户，请在微信支付服务商平台处理该笔退款");
        };
    }
}

package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.ChargedFacts;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Pending;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import com.alipay.api.response.AlipayEcoMycarParkingOrderPayResponse;
import com.alipay.api.response.AlipayEcoMycarTradeOrderQueryResponse;
import java.util.stream.Stream;

/** What Alipay says of a trade, in the answer to a debit and in that to a query. */
final class Trades {

    private Trades() {}

    /** @param outTradeNo what was asked for: the answer to another question is none */
    static DeductionResult paid(AlipayEcoMycarParkingOrderPayResponse answer, String outTradeNo) {
        return outTradeNo.equals(answer.getOutTradeNo())
                ? succeeded(outTradeNo, answer.getTradeNo(), answer.getTotalFee(), answer.getGmtPayment(), null)
                : new Unknown("应答属于另一笔扣款");
    }

    /** @param outTradeNo what was asked for */
    static DeductionResult found(AlipayEcoMycarTradeOrderQueryResponse trade, String outTradeNo) {
        if (!outTradeNo.equals(trade.getOutBizTradeNo())) {
            return new Unknown("应答属于另一笔扣款");
        }
        String status = String.valueOf(trade.getTradeStatus());
        return switch (status) {
            case "0", "4" -> new Pending();
            // 6, 7, 8: charged, and (being) given back since, or not; 9: finished, if it was ever paid (assumed)
            case "1", "3", "6", "7", "8", "9" ->
                succeeded(outTradeNo, trade.getTradeNo(), trade.getTotalFee(), paidAt(trade), null);
            case "2" -> failed(trade, "PAY_FAIL", "支付宝扣款失败");
            case "5" -> failed(trade, "CLOSED", "支付宝已关闭该笔交易");
            default -> new Unknown("支付宝返回了未知的交易状态：" + status);
        };
    }

    private static String paidAt(AlipayEcoMycarTradeOrderQueryResponse trade) {
        return ParkingCodes.blank(trade.getGmtPaymentSuccess()) ? trade.getGmtPayment() : trade.getGmtPaymentSuccess();
    }

    /** A trade that failed or was closed cannot have been paid; one that was says two things at once. */
    private static DeductionResult failed(AlipayEcoMycarTradeOrderQueryResponse trade, String code, String reason) {
        return ParkingCodes.blank(trade.getGmtPaymentSuccess())
                ? new Failed(code, reason)
                : new Unknown(reason + "，但应答中有支付成功时间");
    }

    /** @param account that got the money, null where it is not echoed */
    static DeductionResult succeeded(
            String outTradeNo, String tradeNo, String totalFee, String paidAt, String account) {
        if (Stream.of(tradeNo, totalFee, paidAt).anyMatch(text -> text == null || text.isBlank())) {
            return new Unknown("支付宝称扣款成功，但应答不完整");
        }
        try {
            ChargedFacts facts = ChargedFacts.of(outTradeNo, ParkingCodes.fen(totalFee), account);
            return new Succeeded(tradeNo, ParkingCodes.instant(paidAt), facts);
        } catch (NoAnswer odd) {
            return new Unknown(odd.why());
        }
    }
}

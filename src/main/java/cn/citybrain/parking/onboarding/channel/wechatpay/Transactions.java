package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.ChargedFacts;
import com.wechat.pay.java.service.wexinpayscoreparking.model.ParkingTradeScene;
import com.wechat.pay.java.service.wexinpayscoreparking.model.Transaction;

/** What WeChat Pay's {@code Transaction} means, in an answer or in a notification. */
final class Transactions {

    private Transactions() {}

    /** @param outTradeNo what was asked for: the answer to another question is none */
    static DeductionResult result(Transaction transaction, String outTradeNo) {
        if (!outTradeNo.equals(transaction.getOutTradeNo())) {
            return new DeductionResult.Unknown("应答属于另一笔扣款");
        }
        String state = String.valueOf(transaction.getTradeState());
        return switch (state) {
            case "ACCEPTED", "ACCEPT" -> new DeductionResult.Pending();
            // REFUND: charged, and given back since
            case "SUCCESS", "REFUND" -> succeeded(transaction);
            case "PAY_FAIL", "FAIL" -> new DeductionResult.Failed(state, words(transaction));
            default -> new DeductionResult.Unknown("微信支付返回了未知的扣款状态：" + state);
        };
    }

    private static String words(Transaction transaction) {
        String words = transaction.getTradeStateDescription();
        return words == null || words.isBlank() ? "微信支付扣款失败，未说明原因" : words;
    }

    private static DeductionResult succeeded(Transaction transaction) {
        boolean complete = transaction.getTransactionId() != null
                && transaction.getAmount() != null
                && transaction.getAmount().getTotal() != null
                && transaction.getParkingInfo() != null;
        return complete
                ? new DeductionResult.Succeeded(
                        transaction.getTransactionId(),
                        ParkingCodes.instant(transaction.getSuccessTime()),
                        facts(transaction))
                : new DeductionResult.Unknown("微信支付称扣款成功，但应答不完整");
    }

    private static ChargedFacts facts(Transaction transaction) {
        ParkingTradeScene scene = transaction.getParkingInfo();
        return new ChargedFacts(
                transaction.getOutTradeNo(),
                Math.toIntExact(transaction.getAmount().getTotal()),
                transaction.getSubMchid(),
                scene.getParkingId(),
                scene.getPlateNumber(),
                scene.getParkingName(),
                ParkingCodes.instant(scene.getStartTime()),
                ParkingCodes.instant(scene.getEndTime()),
                null);
    }
}

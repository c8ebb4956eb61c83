package cn.citybrain.parking.onboarding.channel.wechatpay;

import com.google.gson.JsonObject;
import com.wechat.pay.java.service.wexinpayscoreparking.model.Transaction;

/** What is kept of a notification: numbers and states, neither plate nor payer. */
final class Evidence {

    private Evidence() {}

    static String of(String event) {
        return text(event).toString();
    }

    static String of(String event, Transaction transaction) {
        JsonObject kept = text(event);
        kept.addProperty("sub_mchid", transaction.getSubMchid());
        kept.addProperty("out_trade_no", transaction.getOutTradeNo());
        kept.addProperty("transaction_id", transaction.getTransactionId());
        kept.addProperty("trade_state", transaction.getTradeState());
        kept.addProperty("success_time", transaction.getSuccessTime());
        kept.addProperty("bank_type", transaction.getBankType());
        if (transaction.getAmount() != null) {
            kept.addProperty("total", transaction.getAmount().getTotal());
        }
        if (transaction.getParkingInfo() != null) {
            kept.addProperty("parking_id", transaction.getParkingInfo().getParkingId());
        }
        return kept.toString();
    }

    static String of(String event, JsonObject visit) {
        JsonObject kept = text(event);
        for (String name :
                new String[] {"sub_mchid", "out_parking_no", "parking_id", "parking_state", "state_update_time"}) {
            kept.addProperty(name, Json.text(visit, name));
        }
        return kept.toString();
    }

    private static JsonObject text(String event) {
        JsonObject kept = new JsonObject();
        kept.addProperty("event_type", event);
        return kept;
    }
}

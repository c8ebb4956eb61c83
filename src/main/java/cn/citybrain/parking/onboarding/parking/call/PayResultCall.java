package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.Retrying;
import cn.citybrain.parking.onboarding.parking.message.LotMessage;
import cn.citybrain.parking.onboarding.parking.message.PayResultOutbox;
import cn.citybrain.parking.onboarding.parking.record.Bills;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** getPayResult: how a payment request ended, for lots that poll. */
@Component
class PayResultCall implements LotCallHandler {

    private static final int UNDECIDED = 0;

    private final Bills bills;
    private final PaymentDesk desk;
    private final PayResultOutbox outbox;
    private final Retrying retrying;

    PayResultCall(Bills bills, PaymentDesk desk, PayResultOutbox outbox, Retrying retrying) {
        this.bills = bills;
        this.desk = desk;
        this.outbox = outbox;
        this.retrying = retrying;
    }

    @Override
    public LotCall call() {
        return LotCall.PAY_RESULT;
    }

    @Override
    public LotReply answer(LotRecord query, String lotCode) {
        Bill bill = bills.byNo(lotCode, query.text("billID"))
                .orElseThrow(() ->
                        new LotRefusal(ResultCode.MALFORMED, "billID（账单编号）不存在：平台没有受理过本停车场的这笔账单，请先调用 applyPayment"));
        return retrying.inTransaction(() -> message(bill))
                .map(PayResultCall::decided)
                .orElseGet(() -> undecided(bill));
    }

    private Optional<LotMessage> message(Bill bill) {
        return desk.payResult(bill).map(result -> outbox.write(bill, result)).or(() -> outbox.newest(bill));
    }

    private static LotReply decided(LotMessage message) {
        Map<String, Object> data = new LinkedHashMap<>(message.content());
        data.put("requestId", message.writtenId());
        String sentence = String.valueOf(data.get("message"));
        return LotReply.ok(sentence.isEmpty() ? "成功" : sentence, data);
    }

    private static LotReply undecided(Bill bill) {
        return LotReply.ok(
                "扣款结果尚未确定，请稍后再查",
                Map.of("parkingCode", bill.lotCode(), "billID", bill.billId(), "payStatus", UNDECIDED));
    }
}

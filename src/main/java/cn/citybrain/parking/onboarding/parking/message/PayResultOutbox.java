package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.PayResult;
import cn.citybrain.parking.onboarding.parking.record.LotTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a lot how its payment request ended (payResult), by MQTT and to those that poll it (getPayResult). The lot confirms
 * it (confirmPayResult). */
@NamedInterface("services")
@Component
public class PayResultOutbox {

    private static final int SUCCESS = 1;
    private static final int FAILED = 2;
    /** payType 先离场后付费. */
    private static final int PAY_LATER = 101;

    private final LotMessages messages;

    PayResultOutbox(LotMessages messages) {
        this.messages = messages;
    }

    /** Stores the message in the caller's transaction. The same result of the same bill is one message. */
    @Transactional
    public void publish(Bill bill, PayResult result) {
        write(bill, result);
    }

    public LotMessage write(Bill bill, PayResult result) {
        return messages.payResult(bill.lotCode(), bill.id(), content(bill, result));
    }

    public Optional<LotMessage> newest(Bill bill) {
        return messages.about(bill.id());
    }

    private static Map<String, Object> content(Bill bill, PayResult result) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("plateNo", bill.plateSent());
        content.put("parkingCode", bill.lotCode());
        content.put("billID", bill.billId());
        content.put("billTime", LotTime.write(bill.billedAt()));
        content.put("shouldPay", bill.amount());
        content.put("actualPay", result.actualPay());
        content.put("discountAmount", result.success() ? bill.amount() - result.actualPay() : 0);
        content.put("dealTime", LotTime.write(result.dealTime()));
        content.put("payStatus", result.success() ? SUCCESS : FAILED);
        content.put(LotMessages.ORDER_CODE, result.orderCode());
        content.put("paidType", result.paidType());
        content.put("payType", PAY_LATER);
        // ours: why it failed
        content.put("message", result.message());
        return content;
    }
}

package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.ParkingEvent;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.record.Bills;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.RecordShelf;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** applyPayment (停车场申请支付扣款): taken in only where the payment desk admits it, else nothing is stored as a bill. */
@Component
class PaymentRequestCall implements LotCallHandler {

    private final RecordShelf shelf;
    private final Bills bills;
    private final PaymentDesk desk;
    private final ApplicationEventPublisher events;

    PaymentRequestCall(RecordShelf shelf, Bills bills, PaymentDesk desk, ApplicationEventPublisher events) {
        this.shelf = shelf;
        this.bills = bills;
        this.desk = desk;
        this.events = events;
    }

    @Override
    public LotCall call() {
        return LotCall.PAYMENT_REQUEST;
    }

    @Override
    public LotReply answer(LotRecord request, String lotCode) {
        shelf.keep(request, lotCode, "billID", () -> {
            if (desk.admit(lotCode, request.plate()) instanceof PaymentDesk.Admission.Refused refused) {
                throw new LotRefusal(ResultCode.NOT_YOURS, refused.message());
            }
            long bill = bills.add(lotCode, request);
            events.publishEvent(new ParkingEvent.BillRecorded(lotCode, request.text("uid"), bill));
        });
        return LotReply.ok();
    }
}

package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.ParkingEvent;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.RecordShelf;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** uploadPayRecord: the lot claims that a bill was paid. Kept as evidence; it decides nothing. */
@Component
class PayClaimCall implements LotCallHandler {

    private final RecordShelf shelf;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PayClaimCall(RecordShelf shelf, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.shelf = shelf;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public LotCall call() {
        return LotCall.PAY_CLAIM;
    }

    @Override
    public LotReply answer(LotRecord claim, String lotCode) {
        shelf.keep(claim, lotCode, "billID", () -> {
            insert(claim, lotCode);
            events.publishEvent(new ParkingEvent.PaymentClaimed(lotCode, claim.text("uid"), claim.text("billID")));
        });
        return LotReply.ok("成功：支付记录已留存备查，不作为扣款成功的依据", null);
    }

    private void insert(LotRecord claim, String lotCode) {
        jdbc.sql("""
                INSERT INTO pay_claim (lot_code, uid, bill_no, plate_no, charge_fee, should_pay, actual_pay, deal_time,
                    paid_type, pay_type, received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        lotCode,
                        claim.text("uid"),
                        claim.text("billID"),
                        claim.plate(),
                        claim.number("chargeFee"),
                        claim.number("shouldPay"),
                        claim.number("actualPay"),
                        SqlTime.of(claim.time("dealTime")),
                        claim.number("paidType"),
                        claim.number("payType"),
                        SqlTime.of(clock.instant()))
                .update();
    }
}

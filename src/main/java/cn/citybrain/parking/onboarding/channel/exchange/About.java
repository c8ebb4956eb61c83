package cn.citybrain.parking.onboarding.channel.exchange;

import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;

/**
 * What a call is about.
 *
 * @param subject our number: of the application, the binding, the visit, the charge or the refund; of a vehicle that of the
 *     binding with the masked plate
 * @param applicationNo null where only the binding is known
 * @param bindingId null for what is about the whole application
 * @param lotCode null for what is about the whole application
 */
record About(String subject, String applicationNo, Long bindingId, String lotCode) {

    static About application(String no) {
        return new About(no, no, null, null);
    }

    static About lot(LotRegistration lot) {
        return of(String.valueOf(lot.bindingId()), lot);
    }

    static About vehicle(LotRegistration lot, Plate plate) {
        return of(lot.bindingId() + "/" + plate.masked(), lot);
    }

    static About visit(Visit visit) {
        return of(visit.visitNo(), visit.lot());
    }

    static About charge(DeductionOrder order) {
        return of(order.outTradeNo(), order.visit().lot());
    }

    static About refund(RefundOrder order) {
        return of(order.outRefundNo(), order.charge().visit().lot());
    }

    private static About of(String subject, LotRegistration lot) {
        return new About(subject, null, lot.bindingId(), lot.lotCode());
    }
}

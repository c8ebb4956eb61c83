package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes payment requests of registered test vehicles and refuses all others with a sentence. */
@Component
class TestPaymentDesk implements PaymentDesk {

    @Override
    public Admission admit(String lotCode, String plateNo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DepartureInfo departureInfo(String lotCode, String plateNo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PayResult> payResult(Bill bill) {
        throw new UnsupportedOperationException();
    }
}

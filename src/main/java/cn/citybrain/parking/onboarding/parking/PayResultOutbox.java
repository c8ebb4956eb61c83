package cn.citybrain.parking.onboarding.parking;

import org.springframework.stereotype.Component;

/** Tells a lot how its payment request ended. The lot polls it (getPayResult) and confirms it (confirmPayResult). */
@Component
public class PayResultOutbox {

    PayResultOutbox() {}

    /** Stores the message in the caller's transaction. The same result of the same bill is one message. */
    public void publish(Bill bill, PaymentDesk.PayResult result) {
        throw new UnsupportedOperationException();
    }
}

package cn.citybrain.parking.onboarding.deduction;

/** A refund that cannot be asked for or approved; the message is in Chinese. */
public class RefundRefused extends RuntimeException {

    public RefundRefused(String message) {
        super(message);
    }
}

package cn.citybrain.parking.onboarding.deduction;

import org.springframework.stereotype.Component;

/** Gives test money back: one person asks, another one approves. */
@Component
public class Refunds {

    /** @return id of the refund */
    public long request(long deductionId, String by, String reason) {
        throw new UnsupportedOperationException();
    }

    public void approve(long refundId, String by) {
        throw new UnsupportedOperationException();
    }
}

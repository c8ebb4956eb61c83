package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.channel.DeductionResult;
import org.springframework.stereotype.Component;

/** The life of deductions: at most one charge per bill, and a success only in the channel's own words. */
@Component
public class Deductions {

    /** Does the next right thing for a bill: prepare and send, or ask. Remote, runs outside of any transaction. */
    public DeductionStatus advance(long bindingId, long billId) {
        throw new UnsupportedOperationException();
    }

    /** Takes an authenticated answer of the channel. Safe when it comes twice, late, or at the same time from several sides. */
    public void settle(String outTradeNo, DeductionResult result) {
        throw new UnsupportedOperationException();
    }

    /** A supervisor lets the queries go on. */
    public void waitLonger(long bindingId, String by) {
        throw new UnsupportedOperationException();
    }

    /** A supervisor gives the undecided test up. A success that shows up later is disputed and refunded. */
    public void abandon(long bindingId, String by, String reason) {
        throw new UnsupportedOperationException();
    }
}

package cn.citybrain.parking.onboarding.parking;

import java.util.List;
import org.springframework.stereotype.Component;

/** Which calls of the interface a lot has made, and how they went. */
@Component
public class LotTraffic {

    /** Stands for requests that name the lot's accessID but whose signature or cipher is wrong. */
    public static final String ENVELOPE = "envelope";

    LotTraffic() {}

    /** One row per call that was tried, in the order of the specification. */
    public List<CallSeen> of(String lotCode) {
        throw new UnsupportedOperationException();
    }
}

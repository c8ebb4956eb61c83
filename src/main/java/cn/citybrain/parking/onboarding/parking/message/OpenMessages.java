package cn.citybrain.parking.onboarding.parking.message;

import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What was said to a lot and not confirmed yet. */
@NamedInterface("services")
@Component
public class OpenMessages {

    private final MessageTable table;

    OpenMessages(MessageTable table) {
        this.table = table;
    }

    /**
     * Takes all of it back, in the caller's transaction: it was meant for whoever connected the lot until now. Who connects
     * it next is told what happens from then on, and may ask.
     */
    public void withdrawOf(String lotCode) {
        table.withdrawOf(lotCode);
    }
}

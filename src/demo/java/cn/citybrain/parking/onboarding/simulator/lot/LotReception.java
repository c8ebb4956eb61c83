package cn.citybrain.parking.onboarding.simulator.lot;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How lots get the platform's messages, and what they got. */
@Component
public class LotReception {

    private static final int CONNECT_SECONDS = 5;

    private final LotSystems lots;
    private final LotReceiver receiver;
    private final LotInbox inbox;

    LotReception(LotSystems lots, LotReceiver receiver, LotInbox inbox) {
        this.lots = lots;
        this.receiver = receiver;
        this.inbox = inbox;
    }

    /**
     * How a lot gets the platform's messages from now on. Returns when it hears the platform, or after a few seconds in
     * which it could not connect.
     */
    public void set(String lotCode, Reception reception) {
        receiver.follow(lots.receive(lotCode, reception))
                .copy()
                .completeOnTimeout(null, CONNECT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    public Reception of(String lotCode) {
        return lots.of(lotCode).reception();
    }

    /** Whether the lot hears the platform by MQTT at this moment. */
    public boolean hears(String lotCode) {
        return receiver.connected(lotCode);
    }

    /** What the platform told the lot by MQTT, newest first. */
    public List<ReceivedMessage> messages(String lotCode) {
        return inbox.all(lotCode);
    }
}

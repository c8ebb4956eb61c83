package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.board.BindingView.Subscription;
import cn.citybrain.parking.onboarding.parking.key.PlatformKey;
import cn.citybrain.parking.onboarding.parking.message.LotMessageLog;
import cn.citybrain.parking.onboarding.parking.message.LotMessageLog.Told;
import cn.citybrain.parking.onboarding.parking.message.LotSubscription;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a lot's page says about the messages to the lot. */
@Component
class LotPush {

    private static final int RECENT = 20;

    private final LotSubscription subscriptions;
    private final LotMessageLog messages;
    private final PlatformKey key;

    LotPush(LotSubscription subscriptions, LotMessageLog messages, PlatformKey key) {
        this.subscriptions = subscriptions;
        this.messages = messages;
        this.key = key;
    }

    /** Null while the lot has no accessID. */
    Subscription subscription(String lotCode) {
        return subscriptions
                .of(lotCode)
                .map(terms -> new Subscription(terms, key.publicPem()))
                .orElse(null);
    }

    List<Told> told(String lotCode) {
        return messages.recent(lotCode, RECENT);
    }
}

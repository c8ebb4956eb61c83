package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.board.BindingView.PlatformKeyView;
import cn.citybrain.parking.onboarding.board.BindingView.Subscription;
import cn.citybrain.parking.onboarding.parking.key.PlatformKeys;
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
    private final PlatformKeys keys;

    LotPush(LotSubscription subscriptions, LotMessageLog messages, PlatformKeys keys) {
        this.subscriptions = subscriptions;
        this.messages = messages;
        this.keys = keys;
    }

    /** Null while the lot has no accessID. */
    Subscription subscription(String lotCode) {
        return subscriptions.of(lotCode).map(this::subscription).orElse(null);
    }

    private Subscription subscription(LotSubscription.Terms terms) {
        List<PlatformKeyView> offered = keys.all().stream()
                .map(key -> new PlatformKeyView(key.bits(), key.publicPem()))
                .toList();
        return new Subscription(terms, keys.of(terms.platformKeyBits()).publicPem(), offered);
    }

    List<Told> told(String lotCode) {
        return messages.recent(lotCode, RECENT);
    }
}

package cn.citybrain.parking.onboarding.parking.message;

import java.util.concurrent.CompletableFuture;

/** The MQTT broker between platform and lots, as far as sending goes. */
interface LotBroker {

    boolean connected();

    /** Publishes at QoS 1. Completes when the broker has taken the message, exceptionally when it has not. */
    CompletableFuture<Void> publish(String topic, byte[] message);
}

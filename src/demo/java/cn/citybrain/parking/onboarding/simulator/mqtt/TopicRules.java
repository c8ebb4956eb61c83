package cn.citybrain.parking.onboarding.simulator.mqtt;

import io.moquette.broker.security.IAuthorizatorPolicy;
import io.moquette.broker.subscriptions.Topic;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The platform writes {@code hzcity/v2/#}; a lot reads what names its accessID, with and without a slash before. As
 * docker/mosquitto.acl. Who writes what he may not is hung up on: Moquette would leave him waiting for an answer.
 */
final class TopicRules implements IAuthorizatorPolicy {

    private static final Pattern TOPIC = Pattern.compile("/?hzcity/v2/[^/]+/[^/]+/[^/]+");

    private final Consumer<String> hangUp;

    /** @param hangUp is given the id of a client that wrote what it may not; called by the broker's own threads */
    TopicRules(Consumer<String> hangUp) {
        this.hangUp = hangUp;
    }

    @Override
    public boolean canWrite(Topic topic, String user, String client) {
        boolean may = DemoBroker.PLATFORM.equals(user)
                && TOPIC.matcher(topic.toString()).matches();
        if (!may) {
            hangUp.accept(client);
        }
        return may;
    }

    @Override
    public boolean canRead(Topic topic, String user, String client) {
        return user != null
                && TOPIC.matcher(topic.toString()).matches()
                && topic.toString().split("/v2/")[1].split("/")[1].equals(user);
    }
}

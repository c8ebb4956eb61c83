package cn.citybrain.parking.onboarding.simulator.mqtt;

import io.moquette.broker.security.IAuthorizatorPolicy;
import io.moquette.broker.subscriptions.Topic;
import java.util.regex.Pattern;

/**
 * The platform writes {@code hzcity/v2/#}; a lot reads what names its accessID, with and without a slash before. As
 * docker/mosquitto.acl.
 */
final class TopicRules implements IAuthorizatorPolicy {

    private static final Pattern TOPIC = Pattern.compile("/?hzcity/v2/[^/]+/[^/]+/[^/]+");

    @Override
    public boolean canWrite(Topic topic, String user, String client) {
        return DemoBroker.PLATFORM.equals(user)
                && TOPIC.matcher(topic.toString()).matches();
    }

    @Override
    public boolean canRead(Topic topic, String user, String client) {
        return user != null
                && TOPIC.matcher(topic.toString()).matches()
                && topic.toString().split("/v2/")[1].split("/")[1].equals(user);
    }
}

package cn.citybrain.parking.onboarding.parking.key;

import cn.citybrain.parking.onboarding.parking.InvalidAccessKey;
import cn.citybrain.parking.onboarding.parking.MqttProperties;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What an accessID may look like: it is a level of the lot's topics and its user's name at the broker. */
@Component
class AccessIds {

    private static final Pattern ACCESS_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final MqttProperties mqtt;

    AccessIds(MqttProperties mqtt) {
        this.mqtt = mqtt;
    }

    /** @throws InvalidAccessKey with a Chinese message */
    void require(String accessId) {
        if (accessId == null || !ACCESS_ID.matcher(accessId).matches()) {
            throw new InvalidAccessKey("accessId", "accessID（接入编号）应为 1 到 64 位的字母、数字、下划线或短横线。");
        }
        if (accessId.equalsIgnoreCase(mqtt.username())) {
            throw new InvalidAccessKey("accessId", "accessID（接入编号）“" + accessId + "”由平台自己使用，请换一个。");
        }
    }
}

package cn.citybrain.parking.onboarding.channel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.Channel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonBodyTest {

    @Test
    void isReadWithAByteOrderMarkAndCharactersOfAnyPlane() {
        byte[] body = "\uFEFF{\"name\":\"杭州𠮷野停车\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(JsonBody.fields(Channel.CMB, body)).containsEntry("name", "杭州𠮷野停车");
    }
}

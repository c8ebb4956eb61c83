package cn.citybrain.parking.onboarding.simulator.player;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole way at every channel at once, over the wires of all simulators, as the demo's people would go it. */
@LiveApplication
@ExtendWith(OutputCaptureExtension.class)
class PlayerTest {

    @LocalServerPort
    int port;

    @Test
    void everyChannelGoesLiveEachChargedOnceAndTheLogNamesNobody(CapturedOutput log) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        int end = Player.play(
                URI.create("http://localhost:" + port),
                new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8)));

        String play = told.toString(StandardCharsets.UTF_8);
        assertThat(end).as(play).isZero();
        for (Channel channel : Channel.values()) {
            assertThat(play).contains(channel.displayName() + "扣款成功");
        }
        int channels = Channel.values().length;
        assertThat(play).contains(channels + " 个渠道的申请办结，" + (channels + 1) + " 次接入，每次恰好扣款一次");
        assertThat(log.getAll())
                .contains("channel")
                .doesNotContainPattern("浙A[0-9A-Z]|3301021985|1202[0-9]{15}|13800000000");
    }
}

package cn.citybrain.parking.onboarding.simulator.player;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.browser.Chromium;
import cn.citybrain.parking.onboarding.browser.NeedsChromium;
import cn.citybrain.parking.onboarding.browser.reading.Reader;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole way at every channel at once, over the wires of all simulators, as the demo's people would go it. */
@LiveApplication
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlayerTest {

    @LocalServerPort
    int port;

    private int end;
    private String play;
    private String logged;

    @BeforeAll
    void play(CapturedOutput log) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        end = Player.play(URI.create(address()), new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8)));
        play = told.toString(StandardCharsets.UTF_8);
        logged = log.getAll();
    }

    @Test
    void everyChannelGoesLiveEachChargedOnceAndTheLogNamesNobody() {
        assertThat(end).as(play).isZero();
        for (Channel channel : Channel.values()) {
            assertThat(play).contains(channel.displayName() + "扣款成功");
        }
        int channels = Channel.values().length;
        assertThat(play).contains(channels + " 个渠道的申请办结，" + (channels + 1) + " 次接入，每次恰好扣款一次");
        assertThat(logged).contains("channel").doesNotContainPattern("浙A[0-9A-Z]|3301021985|1202[0-9]{15}|13800000000");
    }

    /** Desks with everything on them that a channel can have: words, a telephone's width, screen readers. */
    @Test
    @NeedsChromium
    void whoPlaysTheOtherSideReadsChineseOfAllThatCame() {
        Chromium chromium = Chromium.ofThisJvm();
        Reader reader = Reader.fromAbroad(chromium, address(), "supervisor");
        for (Channel channel : Channel.values()) {
            for (String tab : List.of("applications", "lots", "money", "faults", "notices")) {
                reader.readsOurs(address() + "/demo/channel/" + channel.code() + "#" + tab);
            }
        }
        reader.readsOurs(address() + "/demo");
        reader.readsOurs(address() + "/demo/mail");
        chromium.everybodyLeaves(Path.of("target/pictures/player"));
        assertThat(reader.faults()).isEmpty();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

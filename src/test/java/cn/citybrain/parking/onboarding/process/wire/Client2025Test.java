package cn.citybrain.parking.onboarding.process.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Client2025;
import cn.citybrain.parking.onboarding.parking.Client2025.Heard;
import cn.citybrain.parking.onboarding.parking.key.AccessRegistration;
import cn.citybrain.parking.onboarding.parking.key.AccessRegistration.Registered;
import cn.citybrain.parking.onboarding.parking.key.AccessRegistration.Wanted;
import cn.citybrain.parking.onboarding.parking.key.PlatformKeys;
import cn.citybrain.parking.onboarding.parking.message.LotMessageLog;
import cn.citybrain.parking.onboarding.parking.message.LotMessageLog.Told;
import cn.citybrain.parking.onboarding.parking.message.LotMessageSchedule;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.mqtt.DemoBroker;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A lot whose system a stranger wrote from the protocol's text, as known clients of 2025 are, goes LIVE: through the real
 * engine, over HTTP and MQTT on its side and over the channel's wire on the other.
 */
@OnboardingTest
class Client2025Test {

    private static final String PLATE = "浙A20256";
    private static final int FEE = 800;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired
    ApplicationContext app;

    @Autowired
    AccessRegistration registration;

    @Autowired
    PlatformKeys keys;

    @Autowired
    LotMessageLog log;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    WireBench wire;
    LotBinding lot;
    Client2025 client;

    @BeforeEach
    void aLotThatWaitsForItsVendor() {
        jdbc.sql("UPDATE lot_message SET next_delivery_at = NULL").update();
        wire = new WireBench(app);
        lot = WiredApplication.apply(
                        wire, Channel.UNIONPAY, wire.bench.merchant, List.of(wire.lot(wire.bench.merchant)))
                .until("userTask_bindLots")
                .bind()
                .get(0);
        client = new Client2025("http://localhost:" + port, "yq" + lot.id(), lot.lotCode(), wire.bench.clock);
        Awaitility.await().atMost(LONGEST).until(() -> LotMessageSchedule.connected(app));
    }

    @AfterEach
    void close() {
        client.close();
        wire.close();
    }

    @Test
    void goesLiveOverMqtt() throws Exception {
        DemoBroker broker = app.getBean(SimulatorServer.class).part(DemoBroker.class);
        Registered registered = registration.register(
                new Wanted(lot.lotCode(), "yq" + lot.id(), client.publicKey(), null), lots -> true, "vendor-test");
        app.getBean(TestVehicles.class).register(lot.id(), PLATE, 1, "openid-2025", "vendor-test");
        wire.prepared(lot);
        String shown = keys.of(registered.key().platformKeyBits()).publicPem();

        assertThat(client.listen(
                        broker.host(), broker.port(), registered.mqttPassword().orElseThrow(), shown))
                .hasSize(6)
                .allSatisfy((topic, granted) -> assertThat(granted).as(topic).isEqualTo(topic.contains("/v2/")));
        client.hello();
        client.enter(PLATE, picture());
        assertThat(LotMessageSchedule.fire(app)).isEqualTo(1);
        Awaitility.await().atMost(LONGEST).until(client::mayLeave);

        wire.bench.clock.advance(Duration.ofMinutes(40));
        String billId = client.leave(FEE, picture());
        wire.settle(lot);

        assertThat(client.troubles).isEmpty();
        assertThat(client.refused).isEmpty();
        assertThat(wire.state(lot)).isEqualTo(BindingState.LIVE);
        assertThat(wire.bench.ends(ProcessBench.gate(lot))).contains("endEvent_live");
        assertThat(wire.moved(lot, PLATE)).singleElement().satisfies(charge -> assertThat(charge.amount())
                .isEqualTo(FEE));
        assertThat(LotMessageSchedule.fire(app)).isEqualTo(1);
        Awaitility.await().atMost(LONGEST).until(() -> client.paid(billId));
        Awaitility.await().atMost(LONGEST).until(() -> log.recent(lot.lotCode(), 5).stream()
                .allMatch(told -> told.confirmedAt() != null));
        assertThat(client.refused).isEmpty();
        assertThat(client.heard).extracting(Heard::what).containsExactly("departurePayInfo", "payResult");
        assertThat(log.recent(lot.lotCode(), 5)).extracting(Told::deliveries).containsOnly(1);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        return jpeg.toByteArray();
    }
}

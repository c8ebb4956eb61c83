package cn.citybrain.parking.onboarding.process.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.MqttUsers;
import cn.citybrain.parking.onboarding.parking.message.LotMessageLog;
import cn.citybrain.parking.onboarding.parking.message.LotMessageLog.Told;
import cn.citybrain.parking.onboarding.parking.message.LotMessageSchedule;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.lot.LotCall;
import cn.citybrain.parking.onboarding.simulator.lot.LotDesk;
import cn.citybrain.parking.onboarding.simulator.lot.LotReception;
import cn.citybrain.parking.onboarding.simulator.lot.LotRun;
import cn.citybrain.parking.onboarding.simulator.lot.ReceivedMessage;
import cn.citybrain.parking.onboarding.simulator.lot.Reception;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** A lot that listens by MQTT goes through the whole test, over its own wire and the real broker. */
@OnboardingTest
class LotMessagesTest {

    private static final String PLATE = "浙A12345";
    private static final int FEE = 500;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired
    ApplicationContext app;

    @Autowired
    SimulatorServer simulator;

    @Autowired
    LotMessageLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestVehicles vehicles;

    @LocalServerPort
    int port;

    ProcessBench bench;
    LotDesk desk;
    LotReception reception;
    LotBinding lot;
    String code;
    String password;

    @BeforeEach
    void aLotUnderTest() {
        jdbc.sql("UPDATE lot_message SET next_delivery_at = NULL").update();
        bench = new ProcessBench(app);
        desk = simulator.part(LotDesk.class);
        reception = simulator.part(LotReception.class);
        String no = bench.opened();
        bench.bind(no, 1);
        bench.worker.runOnce();
        lot = bench.bindings.ofApplication(no).get(0);
        code = lot.lotCode();
        JsonNode system = RestClient.create(simulator.url())
                .get()
                .uri("/demo/api/lots/{code}", code)
                .retrieve()
                .body(JsonNode.class);
        String accessId = system.path("accessId").asText();
        app.getBean(AccessKeys.class)
                .register(code, accessId, system.path("publicKey").asText(), "vendor-test");
        password = app.getBean(MqttUsers.class).issue(accessId, "vendor-test");
        vehicles.register(lot.id(), PLATE, 1, "openid-1", "vendor-test");
        bench.complete(ProcessBench.gate(lot), "userTask_prepareInterface", Map.of());
        Awaitility.await().atMost(LONGEST).until(() -> LotMessageSchedule.connected(app));
    }

    @AfterEach
    void close() {
        reception.set(code, new Reception("", true, false, false));
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesAfterDeparturePayInfoAndHearsThePayResult(boolean leadingSlash) {
        listen(new Reception(password, false, leadingSlash, false));
        LotRun entered = desk.enter(code, PLATE, 1);
        String uid = entered.visit().uid();
        assertThat(entered.calls()).extracting(LotCall::call).containsExactly("uploadCarInData", "uploadPhoto");
        assertThatThrownBy(() -> desk.leave(code, uid, FEE)).hasMessageContaining("departurePayInfo");

        assertThat(LotMessageSchedule.fire(app)).isEqualTo(1);
        ReceivedMessage departure = confirmed("departurePayInfo");
        assertThat(departure.content())
                .containsEntry("plateNo", PLATE)
                .containsEntry("plateColor", 1)
                .containsEntry("parkingCode", code)
                .containsEntry("noSense", 1)
                .containsEntry("departurePay", 1)
                .containsEntry("moneyLimit", 10000);

        bench.clock.advance(Duration.ofMinutes(10));
        // the lot opens its gate a moment after it has confirmed
        Awaitility.await()
                .atMost(LONGEST)
                .ignoreExceptionsInstanceOf(IllegalStateException.class)
                .until(() -> desk.leave(code, uid, FEE).visit().releasedBy(), "MQTT"::equals);
        LotRun billed = desk.requestPayment(code, uid);
        assertThat(billed.accepted()).isTrue();
        bench.arrivals.sweep();
        bench.runJobs(ProcessBench.gate(lot));
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lot));
        assertThat(bench.bindings.byId(lot.id()).orElseThrow().state()).isEqualTo(BindingState.LIVE);

        assertThat(LotMessageSchedule.fire(app)).isEqualTo(1);
        ReceivedMessage result = confirmed("payResult");
        assertThat(result.content())
                .containsEntry("billID", billed.visit().billId())
                .containsEntry("shouldPay", FEE)
                .containsEntry("actualPay", FEE)
                .containsEntry("payStatus", 1)
                .containsEntry("payType", 101)
                .containsEntry("paidType", 4);
        assertThat(String.valueOf(result.content().get("orderCode"))).startsWith("TX");
        bench.clock.advance(Duration.ofDays(3));
        assertThat(LotMessageSchedule.fire(app)).isZero();
        assertThat(told()).extracting(Told::deliveries).containsExactly(1, 1);
    }

    @Test
    void isToldAgainUnderTheSameRequestIdUntilItConfirms() {
        listen(new Reception(password, false, false, true));
        desk.enter(code, PLATE, 1);
        assertThat(LotMessageSchedule.fire(app)).isEqualTo(1);
        awaitTimes(1);
        bench.clock.advance(Duration.ofSeconds(59));
        assertThat(LotMessageSchedule.fire(app)).isZero();
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(LotMessageSchedule.fire(app)).isEqualTo(1);
        awaitTimes(2);
        assertThat(told()).singleElement().returns(null, Told::confirmedAt);

        listen(new Reception(password, false, false, false));
        bench.clock.advance(Duration.ofMinutes(5));
        assertThat(LotMessageSchedule.fire(app)).isEqualTo(1);

        assertThat(confirmed("departurePayInfo").times()).isEqualTo(3);
        bench.clock.advance(Duration.ofDays(3));
        assertThat(LotMessageSchedule.fire(app)).isZero();
        assertThat(told()).singleElement().returns(3, Told::deliveries);
    }

    @Test
    void mayPollInsteadAndConfirmsTheSameMessage() {
        reception.set(code, new Reception(password, true, false, false));
        assertThat(reception.hears(code)).isFalse();

        LotRun entered = desk.enter(code, PLATE, 1);

        assertThat(entered.calls())
                .extracting(LotCall::call)
                .endsWith("getDeparturePayInfo", "confirmDeparturePayInfo");
        assertThat(entered.visit().releasedBy()).isEqualTo("POLLING");
        assertThat(LotMessageSchedule.fire(app)).isZero();
        assertThat(told()).singleElement().returns(true, Told::confirmedSuccess);
        assertThat(reception.messages(code)).isEmpty();
    }

    @Test
    void isToldAsSoonAsTheChannelSaysThatAPlateIsSigned() {
        listen(new Reception(password, false, false, false));
        bench.channel.agreement = () -> new Agreement.NotSigned("车主未开通");
        long vehicle = vehicles.of(lot.id()).get(0).id();
        vehicles.refreshAgreement(vehicle);
        desk.enter(code, PLATE, 1);
        assertThat(told()).isEmpty();

        bench.channel.agreement = Agreement.Signed::new;
        bench.clock.advance(Duration.ofSeconds(1));
        desk.enter(code, PLATE, 1);

        assertThat(LotMessageSchedule.fire(app)).isEqualTo(1);
        confirmed("departurePayInfo");
    }

    @Test
    void isNotToldOfAVehicleThatTheChannelBlocksUntilTheChannelRelents() {
        listen(new Reception(password, false, false, false));
        AtomicReference<String> visit = new AtomicReference<>();
        bench.channel.entered = entered -> {
            visit.set(entered.visitNo());
            return new EntryResult.Blocked("PK1", "车主欠费");
        };
        desk.enter(code, PLATE, 1);
        assertThat(LotMessageSchedule.fire(app)).isZero();
        assertThat(told()).singleElement().returns(bench.clock.instant(), Told::withdrawnAt);

        bench.channel.read =
                request -> new ChannelNotice.VisitMoved("N" + visit.get(), visit.get(), "PK1", true, "", "evidence");
        RestClient.create("http://localhost:" + port)
                .post()
                .uri("/callbacks/wechatpay/visit")
                .body("{}")
                .retrieve()
                .toBodilessEntity();

        assertThat(LotMessageSchedule.fire(app)).isEqualTo(1);
        assertThat(confirmed("departurePayInfo").content()).containsEntry("departurePay", 1);
    }

    private void listen(Reception wanted) {
        reception.set(code, wanted);
        Awaitility.await().atMost(LONGEST).until(() -> reception.hears(code));
    }

    /** The lot's only message of a kind, once the platform has its confirmation. */
    private ReceivedMessage confirmed(String topic) {
        return Awaitility.await()
                .atMost(LONGEST)
                .until(
                        () -> reception.messages(code).stream()
                                .filter(message -> message.topic().equals(topic) && message.confirmed())
                                .toList(),
                        messages -> messages.size() == 1)
                .get(0);
    }

    private void awaitTimes(int times) {
        Awaitility.await().atMost(LONGEST).until(() -> reception.messages(code).stream()
                .anyMatch(message -> message.times() == times && !message.confirmed()));
    }

    private List<Told> told() {
        return log.recent(code, 10);
    }
}

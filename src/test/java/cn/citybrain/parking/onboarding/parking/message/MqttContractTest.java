package cn.citybrain.parking.onboarding.parking.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.parking.CityBrainTest;
import cn.citybrain.parking.onboarding.parking.InvalidAccessKey;
import cn.citybrain.parking.onboarding.parking.ListeningLot;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.DepartureInfo;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLots;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.BrokerPasswordFile;
import cn.citybrain.parking.onboarding.parking.key.LotKeys;
import cn.citybrain.parking.onboarding.parking.key.MqttUsers;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.mqtt.DemoBroker;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Platform and lots at a real broker. */
@CityBrainTest
class MqttContractTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired
    SimulatorServer simulator;

    @Autowired
    TestLots lots;

    @Autowired
    PaymentDesk desk;

    @Autowired
    MqttUsers users;

    @Autowired
    AccessKeys keys;

    @Autowired
    BrokerPasswordFile passwordFile;

    @Autowired
    MqttBroker connection;

    @Autowired
    MqttHealthIndicator health;

    @Autowired
    LotMessageDelivery delivery;

    @Autowired
    LotMessageLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    TestClock clock;

    final List<ListeningLot> listeners = new ArrayList<>();
    final String uid = UUID.randomUUID().toString().substring(0, 20);
    DemoBroker broker;
    TestLot lot;
    String password;

    @BeforeEach
    void aLotWithAPassword() {
        clock.reset();
        jdbc.sql("UPDATE lot_message SET next_delivery_at = NULL").update();
        broker = simulator.part(DemoBroker.class);
        lot = lots.connected();
        password = users.issue(lot.accessId, "vendor-test");
        when(desk.promise(lot.code, TestLot.PLATE)).thenReturn(Optional.of(new DepartureInfo(true, true, 5000, "")));
        Awaitility.await().atMost(LONGEST).until(connection::connected);
    }

    @AfterEach
    void hangUp() {
        listeners.forEach(ListeningLot::close);
        broker.comeBack();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hzcity/v2/departurePayInfo/%s/%s", "/hzcity/v2/departurePayInfo/%s/%s", "hzcity/v2/+/%s/%s"})
    void aLotHearsItsMessageAtQos1InWhateverFormItSubscribes(String form) throws Exception {
        String topic = form.formatted(lot.accessId, lot.code);
        ListeningLot listener = listener().login(lot.accessId, password).subscribe(topic);
        enter();

        assertThat(delivery.deliverDue()).isEqualTo(1);

        Mqtt3Publish message = listener.next();
        assertThat(message.getQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
        assertThat(message.isRetain()).isFalse();
        assertThat(message.getTopic().toString())
                .endsWith("hzcity/v2/departurePayInfo/" + lot.accessId + "/" + lot.code);
        assertThat(requestId(message)).isEqualTo(log.recent(lot.code, 1).get(0).requestId());
        assertThat(log.recent(lot.code, 1).get(0).deliveries()).isEqualTo(1);
    }

    @Test
    void whoHasNoPasswordOrAWrongOneIsRefused() {
        assertThatExceptionOfType(Mqtt3ConnAckException.class)
                .isThrownBy(() -> listener().login(lot.accessId, password + "x"));
        assertThatExceptionOfType(Mqtt3ConnAckException.class)
                .isThrownBy(() -> listener().login("nobody-" + lot.code, password));
        assertThatExceptionOfType(Mqtt3ConnAckException.class)
                .isThrownBy(() -> listener().loginAsNobody());
    }

    @Test
    void aNewPasswordTakesThePlaceOfTheOldOne() {
        String renewed = users.issue(lot.accessId, "vendor-test");

        assertThat(listener().login(lot.accessId, renewed).connected()).isTrue();
        assertThatExceptionOfType(Mqtt3ConnAckException.class)
                .isThrownBy(() -> listener().login(lot.accessId, password));
    }

    @Test
    void anAccessIdThatNoLotUsesAnyMoreIsNoUser() {
        keys.register(lot.code, "new-" + lot.code, LotKeys.publicPem("lot-1024"), "vendor-test");
        passwordFile.write();

        assertThatExceptionOfType(Mqtt3ConnAckException.class)
                .isThrownBy(() -> listener().login(lot.accessId, password));
    }

    @Test
    void thePlatformsOwnNameIsNoAccessId() {
        assertThatExceptionOfType(InvalidAccessKey.class)
                .isThrownBy(() -> keys.register(lot.code, "Platform", LotKeys.publicPem("lot-1024"), "vendor-test"))
                .withMessageContaining("由平台自己使用");
    }

    @Test
    void aLotReadsNobodyElsesTopics() {
        TestLot other = lots.connected();
        ListeningLot listener = listener().login(lot.accessId, password);
        for (String foreign : List.of(
                "hzcity/v2/departurePayInfo/" + other.accessId + "/" + other.code,
                "/hzcity/v2/payResult/" + other.accessId + "/" + lot.code,
                "hzcity/v2/+/+/" + lot.code,
                "hzcity/#",
                "#",
                "/#")) {
            assertThatExceptionOfType(Mqtt3SubAckException.class)
                    .as(foreign)
                    .isThrownBy(() -> listener.subscribe(foreign));
        }
    }

    @Test
    void aLotCannotSpeakForThePlatform() throws Exception {
        String topic = "hzcity/v2/departurePayInfo/" + lot.accessId + "/" + lot.code;
        ListeningLot listener = listener().login(lot.accessId, password).subscribe(topic);
        listener().login(lot.accessId, password).shout(topic, "{}");
        enter();
        delivery.deliverDue();

        assertThat(requestId(listener.next()))
                .isEqualTo(log.recent(lot.code, 1).get(0).requestId());
    }

    @Test
    void aClientMayLeaveItsNameToTheBrokerAndSubscribeToTopicsThatAreNotThere() throws Exception {
        ListeningLot listener = listener().namedByTheBroker(lot.accessId, password);
        List<String> topics = List.of(
                "/hzcity/departurePayInfo/" + lot.accessId + "/#",
                "/hzcity/v2/departurePayInfo/" + lot.accessId + "/#",
                "/hzcity/v2/payResult/" + lot.accessId + "/#");

        assertThat(listener.subscribeToAll(topics)).containsExactly(false, true, true);

        enter();
        delivery.deliverDue();
        assertThat(listener.next().getTopic().toString())
                .isEqualTo("/hzcity/v2/departurePayInfo/" + lot.accessId + "/" + lot.code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hzcity/v2/payResult/%s/%s", "/hzcity/v2/fee/%s/%s", "hzcity/up/%s/%s", "$SYS/%s/%s"})
    void whoWritesWhatHeMayNotIsAnsweredInsteadOfLeftWaiting(String form) {
        ListeningLot speaker = listener().namedByTheBroker(lot.accessId, password);

        CompletableFuture<?> answer = speaker.shout(form.formatted(lot.accessId, lot.code), "{}");

        assertThat(answer).failsWithin(LONGEST);
        assertThat(listener().login(lot.accessId, password).connected()).isTrue();
    }

    @Test
    void whatWaitsForOneUserIsNotHandedToTheNextUnderTheSameClientId() throws Exception {
        String box = "box-" + lot.code;
        String topic = "hzcity/v2/departurePayInfo/" + lot.accessId + "/" + lot.code;
        listener().keepingSession(box, lot.accessId, password).subscribe(topic).hangUp();
        enter();
        assertThat(delivery.deliverDue()).isEqualTo(1);

        String next = users.issue(lot.accessId, "next-vendor");
        ListeningLot heir = Awaitility.await()
                .atMost(LONGEST)
                .ignoreException(Mqtt3ConnAckException.class)
                .until(() -> listener().keepingSession(box, lot.accessId, next), ListeningLot::connected);

        assertThat(heir.sessionWasThere()).isFalse();
        heir.subscribe(topic);
        clock.advance(Duration.ofMinutes(1));
        delivery.deliverDue();
        assertThat(heir.next()).as("what is sent from then on").isNotNull();
        assertThat(heir.heard).isEmpty();
    }

    @Test
    void aClientIdIsNoWayToAnotherUsersMessages() throws Exception {
        TestLot other = lots.connected();
        String password2 = users.issue(other.accessId, "other-vendor");
        String topic = "hzcity/v2/departurePayInfo/" + lot.accessId + "/" + lot.code;
        listener()
                .keepingSession("shared-" + lot.code, lot.accessId, password)
                .subscribe(topic)
                .hangUp();
        enter();
        assertThat(delivery.deliverDue()).isEqualTo(1);

        ListeningLot intruder = Awaitility.await()
                .atMost(LONGEST)
                .ignoreException(Mqtt3ConnAckException.class)
                .until(
                        () -> listener().keepingSession("shared-" + lot.code, other.accessId, password2),
                        ListeningLot::connected);

        assertThat(intruder.sessionWasThere()).isFalse();
        assertThat(intruder.heard).isEmpty();
    }

    @Test
    void aBrokerThatWasAwayGetsEverythingWhenItIsBack() throws Exception {
        String topic = "hzcity/v2/departurePayInfo/" + lot.accessId + "/" + lot.code;
        ListeningLot listener = listener().login(lot.accessId, password).subscribe(topic);
        broker.goDown();
        Awaitility.await().atMost(LONGEST).until(() -> !connection.connected());
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        enter();

        assertThat(delivery.deliverDue()).isZero();
        assertThat(log.recent(lot.code, 1).get(0).deliveries()).isZero();
        assertThat(health.health().getDetails())
                .containsEntry("openMessages", 1)
                .extractingByKey("trouble")
                .asString()
                .isNotEmpty();

        broker.comeBack();
        Awaitility.await().atMost(LONGEST).until(connection::connected);
        Awaitility.await().atMost(LONGEST).until(listener::connected);
        listener.subscribe(topic);
        assertThat(delivery.deliverDue()).isEqualTo(1);
        assertThat(requestId(listener.next()))
                .isEqualTo(log.recent(lot.code, 1).get(0).requestId());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anUnconfirmedMessageComesAgainUnderTheSameRequestIdUntilItIsConfirmed() throws Exception {
        ListeningLot listener =
                listener().login(lot.accessId, password).subscribe("/hzcity/v2/+/" + lot.accessId + "/" + lot.code);
        enter();
        delivery.deliverDue();
        String requestId = requestId(listener.next());
        clock.advance(Duration.ofMinutes(1));
        assertThat(delivery.deliverDue()).isEqualTo(1);
        assertThat(requestId(listener.next())).isEqualTo(requestId);

        lot.send("confirmDeparturePayInfo", lot.data("confirmDeparturePayInfo", requestId));

        clock.advance(Duration.ofDays(4));
        assertThat(delivery.deliverDue()).isZero();
        assertThat(listener.heard).isEmpty();
    }

    private ListeningLot listener() {
        ListeningLot listener = new ListeningLot(broker.host(), broker.port());
        listeners.add(listener);
        return listener;
    }

    private void enter() {
        assertThat(lot.send("uploadCarInData", lot.data("uploadCarInData", uid)).code())
                .isEqualTo(200);
    }

    private String requestId(Mqtt3Publish message) throws Exception {
        JsonNode text = json.readTree(message.getPayloadAsBytes());
        return text.path("requestId").asText();
    }
}

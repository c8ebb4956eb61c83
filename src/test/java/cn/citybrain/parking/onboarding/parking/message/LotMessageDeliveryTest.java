package cn.citybrain.parking.onboarding.parking.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.CityBrainTest;
import cn.citybrain.parking.onboarding.parking.MqttProperties;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.Admission;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.DepartureInfo;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.PayResult;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLot.Answer;
import cn.citybrain.parking.onboarding.parking.TestLots;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.Envelope;
import cn.citybrain.parking.onboarding.parking.key.LotKeys;
import cn.citybrain.parking.onboarding.parking.key.LotPublicKey;
import cn.citybrain.parking.onboarding.parking.key.PlatformKeys;
import cn.citybrain.parking.onboarding.parking.message.DeliveryQueue.Claimed;
import cn.citybrain.parking.onboarding.parking.message.FakeBroker.Published;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes out to lots, when, and how often; between nodes and on both databases. */
@CityBrainTest
class LotMessageDeliveryTest {

    private static final DepartureInfo ALLOWED = new DepartureInfo(true, true, 5000, "");

    @Autowired
    TestLots lots;

    @Autowired
    PaymentDesk desk;

    @Autowired
    PayResultOutbox payResults;

    @Autowired
    DepartureInfoOutbox departures;

    @Autowired
    ParkingRecords records;

    @Autowired
    LotMessages messages;

    @Autowired
    LotMessageWriter writer;

    @Autowired
    LotMessageLog log;

    @Autowired
    MessageTable table;

    @Autowired
    PlatformKeys platformKeys;

    @Autowired
    AccessKeys keys;

    @Autowired
    MqttProperties settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    TestClock clock;

    final FakeBroker broker = new FakeBroker();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final String uid = UUID.randomUUID().toString().substring(0, 20);
    DeliveryQueue queue;
    LotMessageDelivery node;
    TestLot lot;

    @BeforeEach
    void aLotWhoseTestPlateMayLeaveFirst() {
        clock.reset();
        // what other tests left unconfirmed
        jdbc.sql("UPDATE lot_message SET next_delivery_at = NULL").update();
        lot = lots.connected();
        queue = new DeliveryQueue(jdbc, table, clock);
        node = node(broker);
        when(desk.promise(lot.code, TestLot.PLATE)).thenReturn(Optional.of(ALLOWED));
        when(desk.departureInfo(lot.code, TestLot.PLATE)).thenReturn(ALLOWED);
        when(desk.admit(any(), any())).thenReturn(new Admission.Admitted());
    }

    @Test
    void anEntryIsAnsweredOnBothTopicsInThePlatformsEnvelope() throws Exception {
        enter(uid);

        assertThat(node.deliverDue()).isEqualTo(1);

        String topic = "hzcity/v2/departurePayInfo/" + lot.accessId + "/" + lot.code;
        assertThat(broker.to(lot.code)).extracting(Published::topic).containsExactly(topic, "/" + topic);
        JsonNode message = json.readTree(broker.to(lot.code).get(0).message());
        assertThat(message.fieldNames()).toIterable().containsExactly("requestId", "timestamp", "cipher", "sign");
        assertThat(message.path("timestamp").asText()).isEqualTo("2026-11-23 09:00:00");
        JsonNode content = opened(broker.to(lot.code).get(0));
        assertThat(content.path("plateNo").asText()).isEqualTo(TestLot.PLATE);
        assertThat(content.path("parkingCode").asText()).isEqualTo(lot.code);
        assertThat(content.path("noSense").asInt()).isEqualTo(1);
        assertThat(content.path("departurePay").asInt()).isEqualTo(1);
        assertThat(content.path("moneyLimit").asInt()).isEqualTo(5000);
        assertThat(content.has("data")).isFalse();
    }

    @Test
    void aLotGetsMessagesInTheLengthThatItsVendorChose() throws Exception {
        keys.register(lot.code, lot.accessId, LotKeys.publicPem("lot-1024"), 2048, "vendor-test");
        enter(uid);
        node.deliverDue();
        assertThat(opened(broker.to(lot.code).get(0), 2048).path("plateNo").asText())
                .isEqualTo(TestLot.PLATE);

        keys.register(lot.code, lot.accessId, LotKeys.publicPem("lot-1024"), 1024, "vendor-test");
        clock.advance(Duration.ofMinutes(1));
        broker.published.clear();
        node.deliverDue();

        assertThat(opened(broker.to(lot.code).get(0)).path("plateNo").asText())
                .as("what is sent again is closed anew")
                .isEqualTo(TestLot.PLATE);
    }

    @Test
    void aLotOfBeforeTheChoiceGetsMessagesAsBefore() throws Exception {
        jdbc.sql("UPDATE access_key SET platform_key_bits = NULL WHERE active_lot = ?")
                .param(lot.code)
                .update();
        enter(uid);

        node.deliverDue();

        assertThat(opened(broker.to(lot.code).get(0), 2048).path("plateNo").asText())
                .isEqualTo(TestLot.PLATE);
    }

    @Test
    void whatIsToBeSaidToALotWithoutAKeyWaitsForOne() {
        enter(uid);
        keys.revoke(lot.code);
        assertThat(node.deliverDue()).isZero();
        assertThat(told().lastError()).isNull();

        keys.register(lot.code, "next-" + lot.code, LotKeys.publicPem("lot-2048"), "vendor-test");

        assertThat(node.deliverDue()).isEqualTo(1);
        assertThat(broker.to(lot.code))
                .extracting(Published::topic)
                .contains("hzcity/v2/departurePayInfo/next-" + lot.code + "/" + lot.code);
    }

    @Test
    void theRequestIdIsANumberThatNoClientRoundsAndComesBackInAnySpelling() throws Exception {
        enter(uid);
        node.deliverDue();
        JsonNode id = json.readTree(broker.to(lot.code).get(0).message()).get("requestId");

        assertThat(id.isIntegralNumber()).isTrue();
        assertThat(id.longValue()).isBetween(1L << 52, 1L << 53);
        assertThat((long) id.doubleValue()).isEqualTo(id.longValue());
        for (Object spelling : List.of(id.longValue(), id.asText(), id.doubleValue(), id.asText() + ".0")) {
            Map<String, Object> confirmation = lot.data("confirmDeparturePayInfo", "");
            confirmation.put("requestId", spelling);
            assertThat(lot.send("confirmDeparturePayInfo", confirmation).code())
                    .as(spelling.toString())
                    .isEqualTo(200);
        }
        assertThat(told().confirmedSuccess()).isTrue();
    }

    @Test
    void aMessageOfAFormerVersionKeepsItsRequestIdAsItWas() throws Exception {
        String former = "00e4" + UUID.randomUUID().toString().replace("-", "").substring(4);
        enter(uid);
        jdbc.sql("UPDATE lot_message SET request_id = ? WHERE lot_code = ?")
                .params(former, lot.code)
                .update();
        node.deliverDue();

        JsonNode id = json.readTree(broker.to(lot.code).get(0).message()).get("requestId");

        assertThat(id.isTextual()).isTrue();
        assertThat(id.asText()).isEqualTo(former);
        assertThat(lot.send("confirmDeparturePayInfo", lot.data("confirmDeparturePayInfo", former))
                        .code())
                .isEqualTo(200);
    }

    @Test
    void aLotThatPollsGetsTheNumberToo() throws Exception {
        Answer departure = lot.send("getDeparturePayInfo", lot.data("getDeparturePayInfo", uid));
        Bill bill = bill();
        when(desk.payResult(any())).thenReturn(Optional.of(new PayResult(true, 500, clock.instant(), "TX1", 4, "")));
        Answer result = lot.send("getPayResult", lot.data("getPayResult", bill.billId()));

        assertThat(List.of(departure, result))
                .allSatisfy(answer -> assertThat(answer.data().get("requestId").isIntegralNumber())
                        .isTrue());
        Map<String, Object> confirmation = lot.data("confirmPayResult", "");
        confirmation.put("requestId", result.data().get("requestId").longValue());
        assertThat(lot.send("confirmPayResult", confirmation).code()).isEqualTo(200);
    }

    @Test
    void theSameEntryAgainIsNoSecondMessage() {
        enter(uid);
        enter(uid);
        departures.publish(records.stay(lot.code, uid).orElseThrow());

        assertThat(node.deliverDue()).isEqualTo(1);
        assertThat(log.recent(lot.code, 10)).hasSize(1);
    }

    @Test
    void aPlateThatMayNotLeaveFirstIsSpokenOfOnlyWhenAsked() {
        when(desk.promise(lot.code, TestLot.PLATE)).thenReturn(Optional.empty());
        enter(uid);

        assertThat(node.deliverDue()).isZero();
        assertThat(log.recent(lot.code, 10)).isEmpty();
    }

    @Test
    void aPlateThatIsSignedWhileItIsInsideIsToldThen() {
        when(desk.promise(lot.code, TestLot.PLATE)).thenReturn(Optional.empty());
        enter(uid);
        when(desk.promise(lot.code, TestLot.PLATE)).thenReturn(Optional.of(ALLOWED));

        departures.publish(records.stay(lot.code, uid).orElseThrow());

        assertThat(node.deliverDue()).isEqualTo(1);
    }

    @Test
    void entryAndMessageAreStoredTogetherOrNotAtAll() {
        when(desk.promise(lot.code, TestLot.PLATE)).thenThrow(new IllegalStateException("no connection"));
        Answer refused = lot.send("uploadCarInData", lot.data("uploadCarInData", uid));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(records.stay(lot.code, uid)).isEmpty();
        assertThat(log.recent(lot.code, 10)).isEmpty();
    }

    @Test
    void anUnconfirmedMessageGoesOutOnScheduleUnderTheSameRequestIdAndThenRests() throws Exception {
        enter(uid);
        assertThat(node.deliverDue()).isEqualTo(1);
        for (Duration wait : List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1))) {
            clock.advance(wait.minusSeconds(1));
            assertThat(node.deliverDue()).as("before %s", wait).isZero();
            clock.advance(Duration.ofSeconds(1));
            assertThat(node(broker).deliverDue()).as("after %s", wait).isEqualTo(1);
        }
        clock.advance(Duration.ofDays(30));

        assertThat(node.deliverDue()).isZero();
        assertThat(requestIds()).hasSize(1);
        assertThat(broker.to(lot.code)).hasSize(16);
        assertThat(told().deliveries()).isEqualTo(8);
        assertThat(told().confirmedAt()).isNull();
    }

    @Test
    void aConfirmedMessageIsNotSentAgain() throws Exception {
        enter(uid);
        node.deliverDue();
        clock.advance(Duration.ofMinutes(1));
        node.deliverDue();

        Answer answer = lot.send(
                "confirmDeparturePayInfo",
                lot.data("confirmDeparturePayInfo", requestIds().get(0)));

        assertThat(answer.code()).isEqualTo(200);
        clock.advance(Duration.ofDays(2));
        assertThat(node.deliverDue()).isZero();
        assertThat(told().confirmedSuccess()).isTrue();
        assertThat(told().nextDeliveryAt()).isNull();
    }

    @Test
    void aConfirmationThatComesBeforeTheBrokersAnswerCountsAsWell() {
        enter(uid);
        broker.meanwhile =
                () -> messages.confirm(messages.byRequestId(told().requestId()).orElseThrow(), true, "");

        assertThat(node.deliverDue()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        assertThat(node.deliverDue()).isZero();
        assertThat(told().deliveries()).isEqualTo(1);
    }

    @Test
    void aDecidedPaymentIsPushedOnceAndConfirmed() throws Exception {
        Bill bill = bill();
        PayResult success = new PayResult(true, 500, clock.instant(), "TX1", 4, "");
        payResults.publish(bill, success);
        payResults.publish(bill, success);

        assertThat(node.deliverDue()).isEqualTo(1);

        assertThat(broker.to(lot.code))
                .extracting(Published::topic)
                .first()
                .isEqualTo("hzcity/v2/payResult/" + lot.accessId + "/" + lot.code);
        JsonNode content = opened(broker.to(lot.code).get(0));
        assertThat(content.path("billID").asText()).isEqualTo(bill.billId());
        assertThat(content.path("payStatus").asInt()).isEqualTo(1);
        assertThat(content.path("actualPay").asInt()).isEqualTo(500);
        assertThat(content.path("orderCode").asText()).isEqualTo("TX1");
        assertThat(content.path("payType").asInt()).isEqualTo(101);
        lot.send("confirmPayResult", lot.data("confirmPayResult", requestIds().get(0)));
        clock.advance(Duration.ofMinutes(1));
        assertThat(node.deliverDue()).isZero();
    }

    /** A lot may book every result that it is sent. */
    @Test
    void theChannelsNumberThatComesLaterIsNotPushedAsAnotherPaymentButToldToALotThatAsks() {
        Bill bill = bill();
        payResults.publish(bill, new PayResult(true, 500, clock.instant(), "", 5, ""));
        assertThat(node.deliverDue()).isEqualTo(1);

        LotMessage numbered = payResults.write(bill, new PayResult(true, 500, clock.instant(), "UP1", 5, ""));
        assertThat(numbered.content()).containsEntry("orderCode", "UP1");
        assertThat(node.deliverDue()).isZero();
        assertThat(payResults.newest(bill).orElseThrow().content()).containsEntry("orderCode", "UP1");

        payResults.publish(bill, new PayResult(false, 0, clock.instant(), "", 5, "扣款失败：款项已退回"));
        assertThat(node.deliverDue()).as("another result").isEqualTo(1);
    }

    @Test
    void nothingIsLostAndNothingCountsWhileTheBrokerIsAway() {
        enter(uid);
        broker.connected = false;
        assertThat(node.deliverDue()).isZero();
        clock.advance(Duration.ofDays(5));
        assertThat(node.deliverDue()).isZero();
        assertThat(told().deliveries()).isZero();

        broker.connected = true;

        assertThat(node.deliverDue()).isEqualTo(1);
        assertThat(told().deliveries()).isEqualTo(1);
    }

    @Test
    void whatTheBrokerDidNotTakeIsTriedAgainSoon() {
        enter(uid);
        broker.takes = false;
        assertThat(node.deliverDue()).isZero();
        assertThat(told().lastError()).isEqualTo("IllegalStateException");
        assertThat(meters.counter("onboarding.lot.messages.failed", "topic", "departurePayInfo")
                        .count())
                .isEqualTo(1);

        broker.takes = true;
        assertThat(node.deliverDue()).isZero();
        clock.advance(settings.retryAfter());

        assertThat(node.deliverDue()).isEqualTo(1);
        assertThat(told().deliveries()).isEqualTo(1);
        assertThat(told().lastError()).isNull();
    }

    @Test
    void severalNodesSendEachMessageOnce() throws Exception {
        Bill bill = bill();
        for (int i = 0; i < 40; i++) {
            payResults.publish(bill, new PayResult(true, i, clock.instant(), "TX" + i, 4, ""));
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        CyclicBarrier together = new CyclicBarrier(4);
        List<Future<Integer>> sent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            LotMessageDelivery other = node(broker);
            sent.add(nodes.submit(() -> {
                together.await();
                return other.deliverDue();
            }));
        }
        int total = 0;
        for (Future<Integer> one : sent) {
            total += one.get();
        }
        nodes.shutdown();

        assertThat(total).isEqualTo(40);
        assertThat(broker.to(lot.code)).hasSize(80);
        assertThat(requestIds()).hasSize(40);
    }

    @Test
    void whatADeadNodeHeldIsSentByAnotherWhenItsLeaseIsOver() {
        enter(uid);
        queue.claim(queue.due(10).get(0), settings.lease());
        assertThat(node.deliverDue()).isZero();

        clock.advance(settings.lease());

        assertThat(node.deliverDue()).isEqualTo(1);
    }

    @Test
    void aNodeThatWokeUpTooLateChangesNothing() {
        enter(uid);
        Claimed late = queue.claim(queue.due(10).get(0), settings.lease()).orElseThrow();
        clock.advance(settings.lease());
        node.deliverDue();

        queue.delivered(late, null);
        queue.failed(late, clock.instant(), "late");

        assertThat(told().deliveries()).isEqualTo(1);
        assertThat(told().nextDeliveryAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(told().lastError()).isNull();
    }

    @Test
    void aPromiseThatNoLongerHoldsIsWithdrawnInsteadOfSent() {
        enter(uid);
        when(desk.promise(lot.code, TestLot.PLATE)).thenReturn(Optional.empty());

        assertThat(node.deliverDue()).isZero();

        assertThat(told().withdrawnAt()).isEqualTo(clock.instant());
        clock.advance(Duration.ofDays(1));
        assertThat(node.deliverDue()).isZero();
        assertThat(broker.to(lot.code)).isEmpty();
    }

    @Test
    void aLotThatAsksGetsTheRequestIdOfThePushAndConfirmsBoth() throws Exception {
        enter(uid);
        node.deliverDue();

        Answer polled = lot.send("getDeparturePayInfo", lot.data("getDeparturePayInfo", uid));

        String requestId = polled.data().path("requestId").asText();
        assertThat(requestIds()).containsExactly(requestId);
        lot.send("confirmDeparturePayInfo", lot.data("confirmDeparturePayInfo", requestId));
        clock.advance(Duration.ofMinutes(1));
        assertThat(node.deliverDue()).isZero();
    }

    @Test
    void theNextVisitsMessageTakesThePlaceOfAnUnconfirmedOne() throws Exception {
        enter(uid);
        node.deliverDue();
        String first = told().requestId();
        clock.advance(Duration.ofHours(3));
        enter(uid + "2");
        broker.published.clear();

        assertThat(node.deliverDue()).isEqualTo(1);

        assertThat(requestIds()).doesNotContain(first);
        assertThat(log.recent(lot.code, 10))
                .extracting(told -> told.withdrawnAt() != null)
                .containsExactly(false, true);
    }

    private LotMessageDelivery node(LotBroker to) {
        return new LotMessageDelivery(
                new DeliveryQueue(jdbc, table, clock), messages, writer, desk, to, settings, meters, clock);
    }

    private void enter(String visit) {
        Map<String, Object> entry = lot.data("uploadCarInData", visit);
        assertThat(lot.send("uploadCarInData", entry).code()).isEqualTo(200);
    }

    private Bill bill() {
        assertThat(lot.send("applyPayment", lot.data("applyPayment", uid)).code())
                .isEqualTo(200);
        return records.billByNo(lot.code, uid).orElseThrow();
    }

    private LotMessageLog.Told told() {
        return log.recent(lot.code, 1).get(0);
    }

    private List<String> requestIds() throws Exception {
        List<String> ids = new ArrayList<>();
        for (Published message : broker.to(lot.code)) {
            ids.add(json.readTree(message.message()).path("requestId").asText());
        }
        return ids.stream().distinct().collect(Collectors.toList());
    }

    /** As a lot does that chose nothing. */
    private JsonNode opened(Published message) throws Exception {
        return opened(message, 1024);
    }

    private JsonNode opened(Published message, int bits) throws Exception {
        JsonNode text = json.readTree(message.message());
        Envelope envelope =
                new Envelope(text.path("cipher").asText(), text.path("sign").asText());
        var key = LotPublicKey.read(platformKeys.of(bits).publicPem());
        assertThat(envelope.isSignedBy(key)).isTrue();
        assertThat(Base64.getDecoder().decode(envelope.sign())).hasSize(bits / 8);
        return json.readTree(envelope.open(key));
    }
}

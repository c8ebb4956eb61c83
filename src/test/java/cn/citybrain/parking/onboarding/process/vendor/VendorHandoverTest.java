package cn.citybrain.parking.onboarding.process.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.masterdata.lot.LotEnding;
import cn.citybrain.parking.onboarding.masterdata.lot.LotVendors;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorSweep;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.parking.ListeningLot;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.MqttUsers;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.mqtt.DemoBroker;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lot under test gets another vendor: everything of it changes hands at once. */
@OnboardingTest
class VendorHandoverTest {

    private static final String ZHILIAN = "vendor-zhilian";
    private static final String ANXING = "vendor-anxing";
    private static final String TASK = "userTask_prepareInterface";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    LotVendors lotVendors;

    @Autowired
    VendorSweep sweep;

    @Autowired
    Vendors vendors;

    @Autowired
    ParkingLots lots;

    @Autowired
    AccessKeys keys;

    @Autowired
    MqttUsers mqtt;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcClient jdbc;

    ProcessBench bench;
    LotBinding lot;

    @BeforeEach
    void aGateWhoseTaskIsTheVendors() {
        bench = new ProcessBench(app);
        String no = bench.opened();
        String code = bench.lot().code();
        app.getBean(Memberships.class).align();
        lotVendors.choose(
                new VendorChoice(code, ZHILIAN, ""),
                lots.byCode(code).orElseThrow().version(),
                "supervisor");
        bench.bind(no, List.of(code));
        bench.worker.runOnce();
        lot = bench.bindings.ofApplication(no).get(0);
        assertThat(candidates()).containsExactly(ZHILIAN);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void givesTheOpenTaskWithItsRightsToTheNewVendorAndTakesItFromTheFormer() {
        Browser former = Browser.of(port, "zhilian");
        Browser now = Browser.of(port, "vendor2");
        assertThat(former.engine("task/" + task().getId()).statusCode()).isEqualTo(200);
        assertThat(now.engine("task/" + task().getId()).statusCode()).isNotEqualTo(200);
        bench.tasks.setAssignee(task().getId(), "zhilian");

        change(ANXING, "");

        assertThat(candidates()).containsExactly(ANXING);
        assertThat(task().getAssignee()).isNull();
        assertThat(bench.tasks.getTaskComments(task().getId()))
                .singleElement()
                .satisfies(note ->
                        assertThat(note.getFullMessage()).contains("zhilian").contains("更换了技术方"));
        assertThat(grants(ZHILIAN)).isZero();
        assertThat(grants(ANXING)).isEqualTo(1);
        assertThat(former.engine("task/" + task().getId()).statusCode()).isIn(403, 404);
        assertThat(now.engine("task/" + task().getId()).statusCode()).isEqualTo(200);
        assertThat(now.engine("POST", "task/" + task().getId() + "/claim", "{\"userId\":\"vendor2\"}")
                        .statusCode())
                .isEqualTo(204);
        bench.prepare(lot);
        assertThat(bench.steps(ProcessBench.gate(lot))).doesNotContain(TASK);
    }

    @Test
    void closesTheLotsPagesToTheFormerAndOpensThemToTheNewVendor() {
        Browser former = Browser.of(port, "zhilian");
        Browser now = Browser.of(port, "vendor2");
        assertThat(former.get("/api/bindings/" + lot.id()).statusCode()).isEqualTo(200);
        assertThat(now.get("/api/bindings/" + lot.id()).statusCode()).isEqualTo(404);

        change(ANXING, "");

        assertThat(former.get("/api/bindings/" + lot.id()).statusCode()).isEqualTo(404);
        assertThat(former.get("/api/board?q=" + lot.lotCode()).body()).contains("\"total\":0");
        assertThat(now.get("/api/bindings/" + lot.id()).statusCode()).isEqualTo(200);
        assertThat(now.get("/api/board?q=" + lot.lotCode()).body()).contains("\"total\":1");
    }

    @Test
    void endsTheFormersKeyAndPasswordAndGivesTheNewVendorOneOfItsOwn() {
        String accessId = "z" + lot.id();
        register("zhilian", accessId);
        assertThat(mqtt.issuedAt(accessId)).isPresent();

        change(ANXING, "");

        assertThat(keys.of(lot.lotCode())).isEmpty();
        assertThat(mqtt.issuedAt(accessId))
                .as("who registers it again gets another")
                .isEmpty();
        assertThat(register("zhilian", accessId)).isEqualTo(404);
        assertThat(register("vendor2", "a" + lot.id())).isEqualTo(201);
        assertThat(keys.of(lot.lotCode()).orElseThrow().accessId()).isEqualTo("a" + lot.id());
        assertThat(mqtt.issuedAt("a" + lot.id())).isPresent();
    }

    @Test
    void cutsTheFormersOpenConnectionToTheBroker() {
        String accessId = "c" + lot.id();
        keys.register(lot.lotCode(), accessId, publicKey(), "zhilian");
        String password = mqtt.issue(accessId, "zhilian");
        DemoBroker broker = app.getBean(SimulatorServer.class).part(DemoBroker.class);
        try (ListeningLot former = new ListeningLot(broker.host(), broker.port()).login(accessId, password)) {
            former.subscribe("hzcity/v2/payResult/" + accessId + "/" + lot.lotCode());
            assertThat(former.connected()).isTrue();

            change(ANXING, "");

            await().until(() -> !former.connected());
            assertThatThrownBy(() -> new ListeningLot(broker.host(), broker.port()).login(accessId, password))
                    .isInstanceOf(Mqtt3ConnAckException.class);
        }
    }

    @Test
    void takesBackWhatWasStillToBeSaidToTheFormer() {
        register("zhilian", "q" + lot.id());
        String code = lot.lotCode();
        insertMessage(code, "open-" + code, null);
        insertMessage(code, "done-" + code, OffsetDateTime.now(ZoneOffset.UTC));

        change(ANXING, "");

        assertThat(jdbc.sql("SELECT request_id FROM lot_message WHERE lot_code = ? AND withdrawn_at IS NOT NULL"
                                + " AND next_delivery_at IS NULL AND dedupe_key IS NULL")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("open-" + code);
    }

    @Test
    void endsWhatTheOperatorsOwnPeopleHeldWhenAVendorComes() {
        change("", "");
        String accessId = "o" + lot.id();
        keys.register(lot.lotCode(), accessId, publicKey(), "operator-test");
        mqtt.issue(accessId, "operator-test");

        change(ANXING, "");

        assertThat(keys.of(lot.lotCode())).isEmpty();
        assertThat(mqtt.issuedAt(accessId)).isEmpty();
    }

    @Test
    void endsKeyAndPasswordOfALotThatIsClosed() {
        String code = bench.lot().code();
        String accessId = "closed-" + lot.id();
        keys.register(code, accessId, publicKey(), "zhilian");
        mqtt.issue(accessId, "zhilian");
        insertMessage(code, "open-" + code, null);

        app.getBean(LotEnding.class).close(code, lots.byCode(code).orElseThrow().version(), "停业", "supervisor");

        assertThat(keys.of(code)).isEmpty();
        assertThat(mqtt.issuedAt(accessId)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM lot_message WHERE lot_code = ? AND withdrawn_at IS NULL")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void insertMessage(String code, String requestId, OffsetDateTime confirmed) {
        jdbc.sql(
                        "INSERT INTO lot_message (request_id, dedupe_key, lot_code, topic, content, created_at, next_delivery_at,"
                                + " confirmed_at) VALUES (?, ?, ?, 'payResult', '{}', ?, ?, ?)")
                .params(requestId, requestId, code, OffsetDateTime.now(ZoneOffset.UTC))
                .params(confirmed == null ? OffsetDateTime.now(ZoneOffset.UTC).plusDays(1) : null, confirmed)
                .update();
    }

    @Test
    void leavesThePasswordOfAnAccessIdThatStillServesAnotherLotOfTheFormer() {
        String shared = "s" + lot.id();
        keys.register(lot.lotCode(), shared, publicKey(), "zhilian");
        keys.register("OTHER" + lot.lotCode(), shared, publicKey(), "zhilian");
        mqtt.issue(shared, "zhilian");

        change(ANXING, "");

        assertThat(keys.of(lot.lotCode())).isEmpty();
        assertThat(mqtt.issuedAt(shared)).isPresent();
    }

    @Test
    void sendsWhatWaitedForTheFormerToTheNewVendorAndTellsBoth() {
        assertThat(waiting("support@zhilian.example")).isPositive();

        change(ANXING, "");

        String anxing = vendors.byGroup(ANXING).orElseThrow().contactEmail();
        assertThat(subjects("support@zhilian.example")).allMatch(subject -> subject.contains("不再由您对接"));
        assertThat(subjects(anxing))
                .anyMatch(subject -> subject.contains("接口开发与对接准备"))
                .anyMatch(subject -> subject.contains("交由您对接"));
    }

    @Test
    void givesTheTaskToTheOperatorWhereTheLotHasNoVendorAnyMoreAndBack() {
        change("", "");
        assertThat(candidates()).containsExactly("lot-operator");
        assertThat(grants(ZHILIAN)).isZero();

        change(ZHILIAN, "");
        assertThat(candidates()).containsExactly(ZHILIAN);
    }

    @Test
    void doesAllThisOnTheDayThatWasChosenAndNotBefore() {
        change(ANXING, LocalDate.now(bench.clock).plusDays(2).toString());
        sweep.sweep();
        assertThat(candidates()).containsExactly(ZHILIAN);

        bench.clock.advance(Duration.ofDays(2));
        sweep.sweep();

        assertThat(candidates()).containsExactly(ANXING);
        assertThat(grants(ZHILIAN)).isZero();
    }

    private void change(String vendor, String from) {
        long version = lots.byCode(lot.lotCode()).orElseThrow().version();
        lotVendors.choose(new VendorChoice(lot.lotCode(), vendor, from), version, "supervisor");
    }

    private Task task() {
        return bench.task(ProcessBench.gate(lot), TASK);
    }

    private List<String> candidates() {
        return bench.tasks.getIdentityLinksForTask(task().getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    private long grants(String group) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(Resources.TASK)
                .resourceId(task().getId())
                .count();
    }

    private int register(String user, String accessId) {
        String body = "{\"accessId\":\"" + accessId + "\",\"publicKey\":\"" + publicKey() + "\"}";
        return Browser.of(port, user)
                .call("POST", "/api/bindings/" + lot.id() + "/access-key", body)
                .statusCode();
    }

    private static String publicKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private int waiting(String recipient) {
        return subjects(recipient).size();
    }

    /** Of the mails about the lot that are still to be sent. */
    private List<String> subjects(String recipient) {
        return jdbc.sql("SELECT subject FROM mail WHERE lot_code = ? AND recipient = ? AND state = 'WAITING'")
                .params(lot.lotCode(), recipient)
                .query(String.class)
                .list();
    }
}

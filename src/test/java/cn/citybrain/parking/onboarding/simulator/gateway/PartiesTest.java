package cn.citybrain.parking.onboarding.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A channel of the gateway contract that stands in settings alone. */
class PartiesTest {

    private static final Party ECNY =
            new Party("ecny", "数字人民币", "运营机构 赵敏 0571-88000055", false, "demo-ecny", "demo-only-ecny");

    private static SimulatorServer server;

    @BeforeAll
    static void start() {
        server = SimulatorServer.start(Map.of(
                "simulator.port",
                "0",
                "simulator.mail-port",
                "0",
                "simulator.schedules",
                "false",
                "simulator.database",
                "jdbc:h2:mem:parties;DB_CLOSE_DELAY=-1",
                "simulator.parties.ecny.name",
                ECNY.name(),
                "simulator.parties.ecny.visitor",
                ECNY.visitor(),
                "simulator.parties.ecny.app-id",
                ECNY.appId(),
                "simulator.parties.ecny.secret",
                ECNY.secret()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void hasADeskLikeEveryChannel() {
        assertThat(server.part(Offices.class).all())
                .extracting(office -> office.channel().code())
                .containsExactly("alipay", "unionpay", "ecny", "wechatpay", "cmb");
        assertThat(server.part(ChannelDesks.class).of("ecny").office().channel().name())
                .isEqualTo("数字人民币");
    }

    @Test
    void handsOverHowToReachIt() {
        assertThat(server.handover())
                .containsEntry("onboarding.channels.ecny.gateway.base-url", server.url() + "/sim/ecny")
                .containsEntry("onboarding.channels.ecny.gateway.app-id", "demo-ecny")
                .containsEntry("onboarding.channels.ecny.gateway.secret", "demo-only-ecny")
                .doesNotContainKey("onboarding.channels.etc.gateway.base-url");
    }

    @Test
    void speaksTheContractWithWhoeverHasItsSecret() throws Exception {
        assertThat(get("/sim/ecny/v1/applications/EC1", ECNY).body()).contains("NOT_FOUND", "没有申请 EC1");
        Party stranger = new Party("ecny", "", "", false, "demo-ecny", "another secret");
        assertThat(get("/sim/ecny/v1/applications/EC1", stranger).statusCode()).isEqualTo(401);
    }

    @Test
    void isAnsweredAsAnUnknownPathIsWhereNobodyKnowsTheParty() throws Exception {
        HttpResponse<String> unknown = get("/sim/nobody/v1/applications/EC1", ECNY);
        HttpResponse<String> elsewhere = get("/nowhere", ECNY);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(unknown.body().replace("/sim/nobody/v1/applications/EC1", "/nowhere"))
                .startsWith("{\"timestamp\"")
                .endsWith(elsewhere.body().replaceFirst(".*\"status\"", "\"status\""));
        assertThat(get("/sim/cmb/v1/applications/EC1", ECNY).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String target, Party party) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + target));
        new GatewaySeal(party, Clock.systemUTC())
                .headers(
                        "GET",
                        target,
                        "nonce-of-" + target.hashCode() + party.secret().length(),
                        "",
                        Seal.GENUINE)
                .forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}

package cn.citybrain.parking.onboarding.crash;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import cn.citybrain.parking.onboarding.nodes.FrontDoor;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes behind a proxy that gives calls to them in turn: a person is with neither of them. */
@Tag("nodes")
class SessionsOnTwoNodesTest {

    private final List<Platform> nodes = new ArrayList<>();
    private FrontDoor door;
    private SimulatorServer simulator;
    private int port;

    @BeforeEach
    void startTwoNodes() throws IOException {
        String url = TestDatabase.newDatabase();
        List<Integer> ports = List.of(Platform.freePort(), Platform.freePort());
        door = FrontDoor.open(0, ports);
        port = URI.create(door.url()).getPort();
        simulator = SimulatorServer.start(Map.of(
                "simulator.port", 0,
                "simulator.mail-port", 0,
                "simulator.mqtt-port", 0,
                "simulator.platform-url", door.url(),
                "simulator.database", "jdbc:h2:mem:two-nodes;DB_CLOSE_DELAY=-1"));
        for (int node : ports) {
            Path home = Files.createDirectories(Path.of("target", "nodes", "session-" + node))
                    .toAbsolutePath();
            nodes.add(new Platform(home, node, simulator.url(), url, Map.of()));
        }
        // the first one makes the tables
        nodes.forEach(Platform::start);
    }

    @AfterEach
    void stop() {
        nodes.forEach(Platform::kill);
        simulator.close();
        door.close();
    }

    @Test
    void aPersonWorksOnWhicheverNodeAnswersAndLeavesBoth() {
        Browser hubin = Browser.of(port, "hubin");
        Browser elsewhere = Browser.of(port, "hubin");
        for (int call = 0; call < 6; call++) {
            assertThat(hubin.get("/api/session").statusCode()).isEqualTo(200);
            assertThat(hubin.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
            assertThat(hubin.engine("POST", "task/count", "{}").statusCode()).isEqualTo(200);
        }

        nodes.get(0).kill();
        for (int call = 0; call < 4; call++) {
            assertThat(hubin.get("/api/session").statusCode()).isEqualTo(200);
            assertThat(hubin.engine("POST", "task/count", "{}").statusCode()).isEqualTo(200);
        }
        nodes.get(0).start();

        assertThat(hubin.call("DELETE", "/api/account/sessions", null).statusCode())
                .isEqualTo(204);
        for (int call = 0; call < 4; call++) {
            assertThat(elsewhere.get("/api/session").statusCode()).isEqualTo(401);
            assertThat(hubin.get("/api/session").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void wrongPasswordsCountOnBoth() {
        Browser guessing = new Browser(port);
        guessing.login("chengxi", "wrong");
        for (int call = 0; call < 4; call++) {
            assertThat(guessing.login("chengxi", DemoWorld.PASSWORD)
                            .headers()
                            .firstValue("location")
                            .orElse(""))
                    .contains("reason=wait");
        }
    }
}

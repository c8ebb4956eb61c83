package cn.citybrain.parking.onboarding.parking;

import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.LotKeys;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Makes lots that are connected to the running server, each with its own code and accessID. */
@TestComponent
public class TestLots {

    private final AccessKeys keys;
    private final Environment environment;
    private final ObjectMapper json;
    private final Clock clock;

    TestLots(AccessKeys keys, Environment environment, ObjectMapper json, Clock clock) {
        this.keys = keys;
        this.environment = environment;
        this.json = json;
        this.clock = clock;
    }

    public TestLot connected() {
        return connected("lot-1024");
    }

    /** @param key one of the key pairs of the test resources */
    public TestLot connected(String key) {
        String code = "L" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
        keys.register(code, "acc-" + code, LotKeys.publicPem(key), "vendor-test");
        return unknown(code, "acc-" + code, key);
    }

    /** A lot that nobody registered under this name. */
    public TestLot unknown(String code, String accessId, String key) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        return new TestLot("http://localhost:" + port, code, accessId, LotKeys.privateKey(key), json, clock);
    }
}

package cn.citybrain.parking.onboarding.simulator;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the simulator, prefix {@code simulator}. Beside them stand the parties that it plays over the gateway contract
 * ({@link GatewayBlocks}).
 *
 * @param port where its pages and protocols answer; 0 takes any free one
 * @param mailPort where its mail catcher listens; 0 takes any free one
 * @param mqttPort where its MQTT broker listens; 0 takes any free one
 * @param mqttPasswords file from which the broker knows its users; one of its own if empty
 * @param database JDBC address of its own H2 database; every commit has to be on disk at once
 * @param platformUrl where the platform answers, e.g. {@code http://localhost:8080}
 * @param lots names of the lots that the desk offers from the start, by parkingCode; the demo's where left out
 */
@ConfigurationProperties("simulator")
public record SimulatorProperties(
        @DefaultValue("8090") int port,
        @DefaultValue("3025") int mailPort,
        @DefaultValue("0") int mqttPort,
        @DefaultValue("") String mqttPasswords,

        @DefaultValue("jdbc:h2:file:./data/simulator;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
        String database,

        @DefaultValue("http://localhost:8080") String platformUrl,
        Map<String, String> lots) {

    /** The lots of the demo's companies. */
    private static final Map<String, String> DEMO_LOTS = new TreeMap<>(Map.of(
            "3301020001", "湖滨银泰停车场",
            "3301020002", "平海路停车场",
            "3301020003", "龙翔桥停车场",
            "3301060001", "西溪印象城停车场",
            "3301060002", "古墩路停车场"));

    public SimulatorProperties {
        lots = lots == null ? DEMO_LOTS : lots;
    }
}

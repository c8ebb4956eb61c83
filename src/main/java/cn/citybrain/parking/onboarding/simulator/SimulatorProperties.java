package cn.citybrain.parking.onboarding.simulator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the simulator, prefix {@code simulator}.
 *
 * @param port where its pages and protocols answer; 0 takes any free one
 * @param mailPort where its mail catcher listens; 0 takes any free one
 * @param database JDBC address of its own H2 database; every commit has to be on disk at once
 * @param platformUrl where the platform answers, e.g. {@code http://localhost:8080}
 */
@ConfigurationProperties("simulator")
public record SimulatorProperties(
        @DefaultValue("8090") int port,
        @DefaultValue("3025") int mailPort,

        @DefaultValue("jdbc:h2:file:./data/simulator;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
        String database,

        @DefaultValue("http://localhost:8080") String platformUrl) {}

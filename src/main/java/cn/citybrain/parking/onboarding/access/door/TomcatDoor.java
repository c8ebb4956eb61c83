package cn.citybrain.parking.onboarding.access.door;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Connector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Puts the doors into Tomcat, after Spring Boot has told it whom to believe about addresses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DoorSettings.class, ServerProperties.class})
class TomcatDoor {

    private static final Logger LOG = LoggerFactory.getLogger(TomcatDoor.class);
    private static final Duration KEPT_ALIVE = Duration.ofSeconds(75);
    private static final int MACHINE_THREADS = 100;

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> doorOfTheServer(
            DoorSettings settings, ServerProperties server, Environment environment) {
        return factory -> {
            KnownHosts hosts = new KnownHosts(
                    environment.getRequiredProperty("onboarding.account.public-url"),
                    settings.hosts(),
                    environment.acceptsProfiles(Profiles.of("demo")));
            LOG.info("people are answered under {}", hosts);
            Connections connections = connections(settings, server);
            factory.setProtocol(GuardedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> guard(connector, settings, connections));
            if (settings.machinePort() > 0) {
                factory.addAdditionalTomcatConnectors(ofMachines(settings, server, connections));
            }
            int longestUnread = (int) server.getTomcat().getMaxSwallowSize().toBytes();
            factory.addContextValves(new DoorValve(settings, hosts, connections, longestUnread));
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new UnfitRequests()));
        };
    }

    private static Connections connections(DoorSettings settings, ServerProperties server) {
        Duration keptAlive =
                Optional.ofNullable(server.getTomcat().getKeepAliveTimeout()).orElse(KEPT_ALIVE);
        return new Connections(
                settings.connectionsPerAddress(),
                settings.head(),
                keptAlive.plus(settings.head()),
                proxies(server),
                System::nanoTime);
    }

    /** Whoever is believed about others' addresses stands for many. */
    private static Predicate<String> proxies(ServerProperties server) {
        String trusted = server.getTomcat().getRemoteip().getInternalProxies();
        return server.getForwardHeadersStrategy() == ForwardHeadersStrategy.NATIVE && trusted != null
                ? Pattern.compile(trusted).asMatchPredicate()
                : address -> false;
    }

    private static void guard(Connector connector, DoorSettings settings, Connections connections) {
        if (connector.getProtocolHandler() instanceof GuardedProtocol protocol) {
            protocol.setDisableUploadTimeout(false);
            protocol.setConnectionUploadTimeout((int) settings.bodyPause().toMillis());
            long every = Math.max(1, Math.min(1000, settings.head().toMillis() / 4));
            protocol.guardedBy(connections, Duration.ofMillis(every));
        }
    }

    private static Connector ofMachines(DoorSettings settings, ServerProperties server, Connections connections) {
        GuardedProtocol protocol = new GuardedProtocol();
        protocol.setMaxThreads(MACHINE_THREADS);
        Optional.ofNullable(server.getTomcat().getConnectionTimeout())
                .ifPresent(timeout -> protocol.setConnectionTimeout((int) timeout.toMillis()));
        Connector connector = new Connector(protocol);
        connector.setPort(settings.machinePort());
        connector.setProperty("bindOnInit", "false");
        connector.setThrowOnFailure(true);
        guard(connector, settings, connections);
        return connector;
    }
}

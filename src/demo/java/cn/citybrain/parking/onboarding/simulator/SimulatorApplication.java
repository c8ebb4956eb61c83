package cn.citybrain.parking.onboarding.simulator;

import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The simulator as an application of its own: a web server, its own store, nothing of the platform. The demo starts it
 * inside the platform's JVM ({@link EmbeddedSimulator}); {@link #main} starts it alone, so that it outlives the
 * platform.
 */
@Configuration(proxyBeanMethods = false)
// channels call their parts alike
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties(SimulatorProperties.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class
})
public class SimulatorApplication {

    static final Map<String, Object> WEB = Map.of(
            "server.port", "${simulator.port:8090}",
            "server.shutdown", "immediate",
            "spring.web.resources.static-locations", "classpath:/simulator/static/",
            "spring.mvc.static-path-pattern", "/demo/static/**",
            // a little more than any channel takes, so that the channel itself refuses; Alipay takes three in one
            // request
            "spring.servlet.multipart.max-file-size", "6MB",
            "spring.servlet.multipart.max-request-size", "16MB",
            "spring.jackson.time-zone", "Asia/Shanghai",
            "spring.jackson.serialization.write-dates-as-timestamps", "false",
            "spring.jackson.deserialization.fail-on-unknown-properties", "false");

    /** Starts the simulator alone; settings as {@code --simulator.port=8090} (see {@link SimulatorProperties}). */
    public static void main(String[] args) {
        new SpringApplicationBuilder(SimulatorApplication.class)
                .properties(WEB)
                .properties("spring.config.name=simulator", "spring.application.name=simulator")
                .properties("simulator.mqtt-port=1883", "simulator.mqtt-passwords=./data/mqtt-passwords")
                .run(args);
    }
}

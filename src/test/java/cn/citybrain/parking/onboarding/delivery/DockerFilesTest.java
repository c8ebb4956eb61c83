package cn.citybrain.parking.onboarding.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.ReadinessTest;
import cn.citybrain.parking.onboarding.access.setup.RequiredSettings;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.w3c.dom.Element;
import org.yaml.snakeyaml.Yaml;

/** What can be known about docker/ without a Docker engine. */
class DockerFilesTest {

    private static final Path DOCKER = Path.of("docker");

    @Test
    void theImageIsMadeOfTheProductsJarThatThePomBuilds() throws Exception {
        Element pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement();

        String product = "target/" + child(pom, "artifactId") + "-" + child(pom, "version") + ".jar";

        assertThat(instruction("COPY")).isEqualTo(product + " app.jar");
        assertThat(instruction("ENTRYPOINT")).contains("\"app.jar\"");
        assertThat(Files.readString(DOCKER.resolve("Dockerfile.dockerignore")))
                .as("the demo jar stays outside")
                .isEqualTo("*\n!" + product + "\n");
    }

    @Test
    void theImageRunsAsNobodyAndSaysWhetherItIsWell() throws IOException {
        assertThat(instruction("USER")).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
        assertThat(instruction("HEALTHCHECK")).contains("http://127.0.0.1:8081" + ReadinessTest.PATH);
        assertThat(instruction("ENV")).contains("SPRING_PROFILES_ACTIVE=prod");
    }

    @Test
    void everyImageIsOfANamedVersion() throws IOException {
        List<String> images = services().values().stream()
                .map(service -> (String) service.get("image"))
                .filter(image -> image != null)
                .toList();

        assertThat(images).hasSize(5).allMatch(DockerFilesTest::pinned);
        assertThat(instruction("FROM")).matches(DockerFilesTest::pinned);
    }

    @Test
    void theApplicationGetsEverySettingThatProductionDemands() throws IOException {
        Map<String, Object> settings = settings();

        assertThatCode(() -> startOn(settings)).doesNotThrowAnyException();
        assertThat(settings.keySet()).containsAll(demandedByConfiguration());
    }

    @Test
    void leavingAnyOfThemOutIsNoticed() throws IOException {
        Set<String> demanded = demandedByConfiguration();
        demanded.add("ONBOARDING_ENCRYPTION_KEYS_K1");

        assertThat(demanded).hasSizeGreaterThan(15).allSatisfy(name -> {
            Map<String, Object> settings = settings();
            settings.remove(name);
            assertThatThrownBy(() -> startOn(settings)).hasMessageContaining(name);
        });
    }

    /** The channels' own are described where they are filled in, except those that need not be. */
    @Test
    void theHandbookNamesEverySetting() throws IOException {
        Set<String> names = new TreeSet<>(demandedByConfiguration());
        Matcher variable = Pattern.compile("\\$\\{(ONBOARDING_[A-Z0-9_]+)")
                .matcher(Files.readString(Path.of("src/main/resources/application.yaml")));
        while (variable.find()) {
            names.add(variable.group(1));
        }
        Set<String> filledIn = settings().keySet();
        names.addAll(filledIn);
        names.removeIf(name -> filledIn.contains(name)
                && Stream.of(Channel.values()).anyMatch(channel -> name.startsWith(prefix(channel))));

        assertThat(names).hasSizeGreaterThan(20);
        assertThat(MarkdownFile.read(DOCKER.resolve("README.md")).code()).containsAll(names);
    }

    private static String prefix(Channel channel) {
        return "ONBOARDING_" + channel.code().toUpperCase(Locale.ROOT) + "_";
    }

    @Test
    void theExampleHoldsNoSecret() throws IOException {
        assertThat(example()).allSatisfy((name, value) -> {
            if (!name.equals("ONBOARDING_ENCRYPTION_ACTIVE_KEY")) {
                assertThat(value.toString()).as(name.toString()).isEmpty();
            }
        });
    }

    /** What compose sets, without compose. */
    @Test
    void theJarAloneGetsEverySettingThatProductionDemands() throws IOException {
        Map<String, Object> settings = filledIn();
        read("examples/without-compose.env").forEach((name, value) -> settings.put(name.toString(), value));

        assertThatCode(() -> startOn(settings)).doesNotThrowAnyException();
        assertThat(settings.keySet()).containsAll(settings().keySet());
    }

    @Test
    void aRehearsalNeedsNothingOfTheChannels() throws IOException {
        Set<Object> channels =
                new HashSet<>(read("examples/simulated-channels.env").keySet());
        Set<String> demanded = demandedByConfiguration();
        demanded.removeIf(name -> Stream.of(Channel.values()).noneMatch(channel -> name.startsWith(prefix(channel))));

        assertThat(demanded).hasSizeGreaterThan(15);
        assertThat(channels).containsAll(demanded);
    }

    @Test
    void theFilesOfSettingsNameFilesThatAreThere() throws IOException {
        assertThat(read("examples/simulated-channels.env").values())
                .filteredOn(value -> value.toString().startsWith("file:"))
                .hasSize(6)
                .allSatisfy(value -> assertThat(Path.of(value.toString().substring("file:".length())))
                        .exists());
    }

    @Test
    void whatComposeFillsInStandsInTheExample() throws IOException {
        Matcher variable = Pattern.compile("\\$\\{([A-Z0-9_]+)").matcher(Files.readString(composeFile()));
        Set<String> names = new TreeSet<>();
        while (variable.find()) {
            names.add(variable.group(1));
        }

        assertThat(names).isNotEmpty();
        assertThat(example().keySet()).containsAll(names);
    }

    @Test
    void prometheusSendsTheTokenThatTheApplicationAsksFor() throws IOException {
        Map<?, ?> compose = new Yaml().load(Files.readString(composeFile()));
        Map<?, ?> secret = (Map<?, ?>) ((Map<?, ?>) compose.get("secrets")).get("watch-token");
        assertThat(Files.readString(DOCKER.resolve("prod.env.example")))
                .contains("# " + secret.get("environment") + "=");
        assertThat(services().get("prometheus").get("secrets").toString()).isEqualTo("[watch-token]");
        Map<?, ?> prometheus = new Yaml().load(Files.readString(DOCKER.resolve("monitoring/prometheus.yml")));
        Map<?, ?> job = (Map<?, ?>) ((List<?>) prometheus.get("scrape_configs")).get(0);
        assertThat(((Map<?, ?>) job.get("authorization")).get("credentials_file"))
                .isEqualTo("/run/secrets/watch-token");
        assertThat(job.get("metrics_path")).isEqualTo("/actuator/prometheus");
        for (String service : List.of("prometheus", "grafana")) {
            assertThat((List<?>) services().get(service).get("volumes"))
                    .filteredOn(volume -> volume.toString().startsWith("./"))
                    .isNotEmpty()
                    .allSatisfy(volume -> assertThat(
                                    DOCKER.resolve(volume.toString().split(":")[0]))
                            .exists());
        }
    }

    @Test
    void theBrokerReadsTheUsersThatTheApplicationWrites() throws IOException {
        Map<?, ?> application = (Map<?, ?>) services().get("application").get("environment");
        String users = application.get("ONBOARDING_MQTT_PASSWORD_FILE").toString();
        assertThat(Files.readAllLines(DOCKER.resolve("mosquitto.conf")))
                .contains("allow_anonymous false", "password_file " + users)
                .contains("acl_file /mosquitto/config/mosquitto.acl");
        assertThat(Files.readAllLines(DOCKER.resolve("mosquitto.sh"))).contains("users=" + users);
        for (String service : List.of("application", "broker")) {
            assertThat((List<?>) services().get(service).get("volumes"))
                    .anySatisfy(volume -> assertThat(volume.toString())
                            .startsWith("mqtt:" + Path.of(users).getParent()));
        }
    }

    @Test
    void theBrokerLetsThePlatformWriteAndEachLotReadItsOwn() throws IOException {
        Map<?, ?> application = (Map<?, ?>) services().get("application").get("environment");
        assertThat(Files.readAllLines(DOCKER.resolve("mosquitto.acl")))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .containsExactly(
                        "user " + application.get("ONBOARDING_MQTT_USERNAME"),
                        "topic write hzcity/v2/#",
                        "topic write /hzcity/v2/#",
                        "pattern read hzcity/v2/+/%u/+",
                        "pattern read /hzcity/v2/+/%u/+");
    }

    @Test
    void nothingIsOpenToOtherMachines() throws IOException {
        List<String> ports = services().values().stream()
                .flatMap(service -> ((List<?>) service.getOrDefault("ports", List.of())).stream())
                .map(String::valueOf)
                .toList();

        assertThat(ports).hasSize(7).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    /** Runs the check of production itself, on these settings alone. */
    private static void startOn(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("container", settings));
        environment.setActiveProfiles("prod");
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new RequiredSettings().initialize(context);
        }
    }

    /** What the container sees once the example is filled in. */
    private static Map<String, Object> settings() throws IOException {
        Map<String, Object> settings = filledIn();
        Map<?, ?> application = services().get("application");
        assertThat(application.get("env_file")).isEqualTo("prod.env");
        ((Map<?, ?>) application.get("environment")).forEach((name, value) -> settings.put(name.toString(), value));
        return settings;
    }

    private static Map<String, Object> filledIn() throws IOException {
        Map<String, Object> settings = new LinkedHashMap<>();
        example().forEach((name, value) -> settings.put(name.toString(), value.equals("") ? "filled in" : value));
        settings.put("ONBOARDING_PUBLIC_URL", "https://pay.example");
        return settings;
    }

    /** Every {@code ${ONBOARDING_…}} without a default in the settings of profile prod. */
    private static Set<String> demandedByConfiguration() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String document :
                Files.readString(Path.of("src/main/resources/application.yaml")).split("(?m)^---$")) {
            Matcher variable = Pattern.compile("\\$\\{(ONBOARDING_[A-Z0-9_]+)}").matcher(document);
            while (document.contains("on-profile: prod") && variable.find()) {
                names.add(variable.group(1));
            }
        }
        return names;
    }

    private static Properties example() throws IOException {
        return read("prod.env.example");
    }

    private static Properties read(String file) throws IOException {
        Properties settings = new Properties();
        try (var in = Files.newInputStream(DOCKER.resolve(file))) {
            settings.load(in);
        }
        return settings;
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(Files.readString(composeFile()));
        return compose.get("services");
    }

    private static Path composeFile() {
        return DOCKER.resolve("compose.yaml");
    }

    private static String instruction(String name) throws IOException {
        String dockerfile = Files.readString(DOCKER.resolve("Dockerfile")).replaceAll("\\\\\n\\s*", "");
        List<String> lines =
                dockerfile.lines().filter(line -> line.startsWith(name + " ")).toList();
        assertThat(lines).as(name).hasSize(1);
        return lines.get(0).substring(name.length() + 1);
    }

    private static boolean pinned(String image) {
        return image.matches("[a-z/-]+:v?\\d+\\.\\d+(\\.\\d+)?[A-Za-z0-9_.-]*");
    }

    private static String child(Element parent, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name.equals(node.getNodeName())) {
                return node.getTextContent().strip();
            }
        }
        throw new AssertionError("pom.xml has no " + name);
    }
}

package cn.citybrain.parking.onboarding.channel;

import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a channel still lacks, a sentence each, in the order of the recipe {@code src/docs/adding-a-channel.md}. */
final class MissingPieces {

    private static final Path DEMO = Path.of("src/demo/resources/application-demo.yaml");
    private static final Path PRODUCT = Path.of("src/main/resources/application.yaml");
    private static final Path EXAMPLE = Path.of("docker/prod.env.example");

    /** Fills in where key files are. */
    private static final Path COMPOSE = Path.of("docker/compose.yaml");

    private final String code;
    private final List<String> sentences = new ArrayList<>();

    private MissingPieces(String code) {
        this.code = code;
    }

    static List<String> of(String code) {
        MissingPieces pieces = new MissingPieces(code);
        pieces.adapter();
        pieces.settings();
        pieces.form();
        pieces.procedure();
        pieces.tests();
        pieces.documents();
        return pieces.sentences;
    }

    private void adapter() {
        String room = "src/main/java/cn/citybrain/parking/onboarding/channel/" + code;
        require(
                gateway() || Files.exists(Path.of(room, "package-info.java")),
                "no adapter: give it onboarding.channels." + code + ".gateway for demo and prod, or a package channel."
                        + code + " with a protocol of its own");
    }

    private boolean gateway() {
        Pattern block = Pattern.compile("(?m)^ {2}" + code + "\\.gateway:");
        return block.matcher(text(DEMO)).find() && block.matcher(prod()).find();
    }

    private void settings() {
        Pattern block = Pattern.compile("(?m)^onboarding\\.channels\\." + code + ":|^ {2}" + code + "\\.gateway:");
        require(
                block.matcher(text(DEMO)).find(),
                "no settings of the demo: add onboarding.channels." + code + " to " + DEMO);
        require(
                block.matcher(prod()).find(),
                "no settings of prod: add onboarding.channels." + code + " to " + PRODUCT);
        String required = "\"[%s]\":";
        for (String name : demanded()) {
            require(
                    prod().contains(required.formatted(name)),
                    name + " is undescribed: add it to onboarding.required-settings in " + PRODUCT);
            require(
                    Pattern.compile("(?m)^" + name + "=").matcher(text(EXAMPLE)).find()
                            || text(COMPOSE).contains(name + ":"),
                    name + " has no place: add an empty line for it to " + EXAMPLE);
        }
    }

    /** Variables of this channel that have no default. */
    private Set<String> demanded() {
        Set<String> names = new TreeSet<>();
        Matcher variable = Pattern.compile("\\$\\{(ONBOARDING_" + code.toUpperCase(Locale.ROOT) + "_[A-Z0-9_]+)}")
                .matcher(prod());
        while (variable.find()) {
            names.add(variable.group(1));
        }
        return names;
    }

    private static String prod() {
        return Stream.of(text(PRODUCT).split("(?m)^---$"))
                .filter(document -> document.contains("on-profile: prod"))
                .reduce("", String::concat);
    }

    private void form() {
        Path fields = Path.of("forms", code + ".fields.json");
        require(Files.exists(fields), "no form: describe its fields in " + fields);
    }

    private void procedure() {
        Path model = Path.of("bpmn", code + "-onboarding.bpmn");
        boolean drawn = Files.exists(model);
        require(drawn, "no procedure: draw " + model);
        if (drawn) {
            require(
                    text(model).contains("<bpmn:process id=\"" + code + "-onboarding\""),
                    "the process in " + model + " has another id: a process is called like its file");
            require(
                    text(model).contains("embedded:deployment:start.html"),
                    "the start event of " + model + " opens another form than start.html, which all channels share");
        }
        require(
                text(Path.of("bpmn/seed-sentences.csv")).contains("," + code + "-onboarding,"),
                "no sentences: add those of " + code + "-onboarding to bpmn/seed-sentences.csv");
    }

    private void tests() {
        require(
                Channel.find(code).flatMap(ChannelFixtures::find).isPresent(),
                "no fixture: implement ChannelFixture in the test package channel." + code
                        + ", from GatewayFixture where it has a gateway");
        sentences.addAll(ContractSubclasses.missing(code));
    }

    private void documents() {
        Channel.find(code)
                .ifPresent(channel -> require(
                        Pattern.compile("(?m)^\\| " + channel.paidType() + " \\|")
                                .matcher(paidTypes())
                                .find(),
                        "paidType " + channel.paidType() + " is explained nowhere: add it to src/docs/citybrain.md"));
        require(
                text(Path.of("src/docs/processes.md")).contains("| `" + code + "-onboarding` |"),
                "not in the handbook: add a row for " + code + "-onboarding to src/docs/processes.md");
        require(
                text(Path.of("README.md")).contains("`" + code + "`"),
                "not in the README: add " + code + " to its table of channels");
    }

    private static String paidTypes() {
        String dictionaries = text(Path.of("src/docs/citybrain.md"));
        return dictionaries.substring(dictionaries.indexOf("| paidType |"));
    }

    private void require(boolean there, String otherwise) {
        if (!there) {
            sentences.add(otherwise);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

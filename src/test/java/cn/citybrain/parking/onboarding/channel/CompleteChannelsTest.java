package cn.citybrain.parking.onboarding.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Says what a channel still lacks, in the order of the recipe {@code src/docs/adding-a-channel.md}. */
class CompleteChannelsTest {

    private static final String PACKAGES = "java/cn/citybrain/parking/onboarding/";

    @ParameterizedTest
    @EnumSource
    void hasEveryPieceOfTheRecipe(Channel channel) throws IOException {
        assertThat(missing(channel.code())).isEmpty();
    }

    @Test
    void saysWhatASeventhChannelLacks() throws IOException {
        assertThat(missing("seventh"))
                .containsExactly(
                        "no adapter: add the package channel.seventh, or onboarding.channels.seventh.gateway for demo and"
                                + " prod",
                        "no procedure: draw bpmn/seventh-onboarding.bpmn",
                        "no form: describe its fields in forms/seventh.fields.json",
                        "no settings: add onboarding.channels.seventh to application.yaml for demo and prod",
                        "no sentences: add those of seventh-onboarding to bpmn/seed-sentences.csv",
                        "no contract test: add one in the test package channel.seventh or channel.gateway");
    }

    /** So that adding a channel is adding: what knows one by name is the enum, its own adapter, and the other side. */
    @ParameterizedTest
    @EnumSource
    void isNamedInNoCodeButItsOwn(Channel channel) throws IOException {
        Pattern name = Pattern.compile("\"%1$s\"|Channel\\.%2$s\\b|case %2$s\\b|(?i:\\b%1$s)[A-Z]\\w*[a-z]\\w*\\("
                .formatted(channel.code(), channel.name()));
        Path product = Path.of("src/main/" + PACKAGES);
        try (Stream<Path> files = Files.walk(product)) {
            List<String> elsewhere = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String place = product.relativize(file).toString();
                boolean own =
                        place.startsWith("channel/" + channel.code() + "/") || place.equals("channel/Channel.java");
                if (!own
                        && name.matcher(withoutComments(Files.readString(file))).find()) {
                    elsewhere.add(place);
                }
            }
            assertThat(elsewhere).isEmpty();
        }
    }

    private static String withoutComments(String java) {
        return java.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
    }

    private static List<String> missing(String code) throws IOException {
        List<String> missing = new ArrayList<>();
        if (!Files.exists(Path.of("src/main/" + PACKAGES + "channel", code, "package-info.java"))
                && !has(Pattern.compile("(?m)^ {2}" + code + "\\.gateway:"))) {
            missing.add("no adapter: add the package channel." + code + ", or onboarding.channels." + code
                    + ".gateway for demo and prod");
        }
        if (!Files.exists(Path.of("bpmn", code + "-onboarding.bpmn"))) {
            missing.add("no procedure: draw bpmn/" + code + "-onboarding.bpmn");
        }
        if (!Files.exists(Path.of("forms", code + ".fields.json"))) {
            missing.add("no form: describe its fields in forms/" + code + ".fields.json");
        }
        if (!hasSettings(code)) {
            missing.add("no settings: add onboarding.channels." + code + " to application.yaml for demo and prod");
        }
        if (!Files.readString(Path.of("bpmn/seed-sentences.csv")).contains("," + code + "-onboarding,")) {
            missing.add("no sentences: add those of " + code + "-onboarding to bpmn/seed-sentences.csv");
        }
        if (!hasContractTest(code)) {
            missing.add("no contract test: add one in the test package channel." + code + " or channel.gateway");
        }
        return missing;
    }

    private static boolean hasSettings(String code) throws IOException {
        return has(Pattern.compile("(?m)^onboarding\\.channels\\." + code + ":|^ {2}" + code + "\\.gateway:"));
    }

    /** Whether both the demo and prod have settings that look so. */
    private static boolean has(Pattern settings) throws IOException {
        String[] product =
                Files.readString(Path.of("src/main/resources/application.yaml")).split("(?m)^---$");
        return settings.matcher(Files.readString(Path.of("src/demo/resources/application-demo.yaml")))
                        .find()
                && Stream.of(product)
                        .filter(document -> document.contains("on-profile: prod"))
                        .anyMatch(document -> settings.matcher(document).find());
    }

    /** The channels of the gateway contract share a test, which names them. */
    private static boolean hasContractTest(String code) throws IOException {
        for (String place : List.of(code, "gateway")) {
            Path tests = Path.of("src/test/" + PACKAGES + "channel", place);
            if (Files.isDirectory(tests) && anyContractTest(tests, code, place)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyContractTest(Path tests, String code, String place) throws IOException {
        try (Stream<Path> files = Files.list(tests)) {
            for (Path file : files.toList()) {
                boolean contract = file.getFileName().toString().endsWith("ContractTest.java");
                if (contract
                        && (place.equals(code)
                                || Files.readString(file)
                                        .toLowerCase(Locale.ROOT)
                                        .contains(code))) {
                    return true;
                }
            }
        }
        return false;
    }
}

package cn.citybrain.parking.onboarding.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Says what a channel still lacks, in the order of the recipe {@code src/docs/adding-a-channel.md}. */
class CompleteChannelsTest {

    private static final String PACKAGES = "java/cn/citybrain/parking/onboarding/";

    @ParameterizedTest
    @EnumSource
    void hasEveryPieceOfTheRecipe(Channel channel) {
        assertThat(MissingPieces.of(channel.code())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sharesNothingThatTellsChannelsApart(Channel channel) {
        List<ChannelFacts> all = ChannelFacts.all();
        assertThat(all.get(channel.ordinal()).faults(all)).isEmpty();
    }

    @Test
    void saysWhatASeventhChannelLacks() {
        assertThat(MissingPieces.of("seventh"))
                .containsExactly(
                        "no adapter: give it onboarding.channels.seventh.gateway for demo and prod, or a package"
                                + " channel.seventh with a protocol of its own",
                        "no settings of the demo: add onboarding.channels.seventh to"
                                + " src/demo/resources/application-demo.yaml",
                        "no settings of prod: add onboarding.channels.seventh to src/main/resources/application.yaml",
                        "no form: describe its fields in forms/seventh.fields.json",
                        "no procedure: draw bpmn/seventh-onboarding.bpmn",
                        "no sentences: add those of seventh-onboarding to bpmn/seed-sentences.csv",
                        "no fixture: implement ChannelFixture in the test package channel.seventh, from GatewayFixture"
                                + " where it has a gateway",
                        "no contract test: extend ChannelContractTest in the test package channel.seventh",
                        "not in the handbook: add a row for seventh-onboarding to src/docs/processes.md",
                        "not in the README: add seventh to its table of channels");
    }

    @Test
    void saysWhichConstantRepeatsAnother() {
        ChannelFacts one = new ChannelFacts("one", "第一", "AA", 3);
        ChannelFacts other = new ChannelFacts("other", "第二", "AA", 3);
        ChannelFacts odd = new ChannelFacts("Odd", "第三", "B1", 4);
        List<ChannelFacts> all = List.of(one, other, odd);

        assertThat(other.faults(all)).containsExactly("its prefix AA is that of 第一", "its paidType 3 is that of 第一");
        assertThat(odd.faults(all))
                .containsExactly(
                        "its code Odd is not made of small letters", "its prefix B1 is not two capital letters");
    }

    /** What the contract holds cannot be overridden: its tests are final. It can be skipped, and that is seen. */
    @Test
    void countsTheTestsOfAContract() {
        assertThat(ContractSubclasses.tests(ContractSubclasses.CONTRACT)).isGreaterThan(25);
        assertThat(ContractSubclasses.tests(Object.class)).isZero();
        assertThat(Stream.of(ContractSubclasses.CONTRACT.getDeclaredMethods())
                        .filter(method -> method.getAnnotations().length > 0))
                .allMatch(method -> Modifier.isFinal(method.getModifiers()));
    }

    /** So that adding a channel is adding: what knows one by name is the enum, its own adapter, and the other side. */
    @ParameterizedTest
    @EnumSource
    void isNamedInNoCodeButItsOwn(Channel channel) throws IOException {
        Pattern name = Pattern.compile("\"%1$s\"|Channel\\.%2$s\\b|case %2$s\\b|(?i:\\b%1$s)[A-Z]\\w*[a-z]\\w*\\("
                .formatted(channel.code(), channel.name()));
        Path product = Path.of("src/main/" + PACKAGES);
        assertThat(files(product, name))
                .filteredOn(place ->
                        !place.startsWith("channel/" + channel.code() + "/") && !place.equals("channel/Channel.java"))
                .isEmpty();
    }

    /** A test that goes over channels asks {@link Channel}, and their fixtures for what differs. */
    @Test
    void isLeftOutByNoTest() throws IOException {
        String constants = Stream.of(Channel.values()).map(Channel::name).collect(Collectors.joining("|"));
        Pattern list = Pattern.compile("@EnumSource\\((value = Channel.class,\\s*)?names = \\{\"(" + constants + ")"
                + "|(EnumSet|Map|List|Set|Stream)\\.of\\(\\s*Channel\\.(" + constants + ")"
                + "|case (" + constants + ")\\b");
        assertThat(files(Path.of("src/test/" + PACKAGES), list)).isEmpty();
    }

    /** Those below a folder whose text, without comments, contains something. */
    private static List<String> files(Path root, Pattern wanted) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<String> found = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (wanted.matcher(withoutComments(Files.readString(file))).find()) {
                    found.add(root.relativize(file).toString());
                }
            }
            return found;
        }
    }

    private static String withoutComments(String java) {
        return java.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
    }
}

package cn.citybrain.parking.onboarding.turn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each role reads at every wait of every model. The words stand in {@code turn/(model).txt}; what they are now is left
 * in {@code target/turn}.
 */
class WaitWordsTest {

    private static final Path EXPECTED = Path.of("src/test/resources/turn");
    private static final Path NOW = Path.of("target/turn");
    /** About no application: in Tasklist and as a line on the board. */
    private static final Set<String> OF_NO_APPLICATION = Set.of("holidays");
    /** Told beside the step that is late. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of("escalation receiveTask_awaitStep");

    private static final String TENANT = "company";
    private static final Map<String, Actor> READERS = readers();

    static List<String> models() {
        return waits().stream().map(ModelWaits.Wait::model).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everybodyReadsWhoseTurnItIsInTheirOwnWords(String model) throws IOException {
        List<String> lines = new ArrayList<>();
        waits().stream().filter(wait -> wait.model().equals(model)).forEach(wait -> {
            lines.add("== " + wait.name());
            assertThat(wait.step())
                    .as("“%s” waits for nobody that has words: name its group in the model", wait)
                    .isNotNull();
            lines.addAll(said(wait));
        });
        Files.createDirectories(NOW);
        Files.write(NOW.resolve(model + ".txt"), lines);

        Path file = EXPECTED.resolve(model + ".txt");
        List<String> expected = Files.exists(file) ? Files.readAllLines(file) : List.of();
        assertThat(names(lines))
                .as("%s has gained or lost a wait: say in turn/%s.txt what each role reads there", model, model)
                .containsExactlyElementsOf(names(expected));
        assertThat(lines).containsExactlyElementsOf(expected);
    }

    private static List<String> names(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("== ")).toList();
    }

    /** Who reads the same stands in one line. */
    private static List<String> said(ModelWaits.Wait wait) {
        Map<String, List<String>> readers = new LinkedHashMap<>();
        READERS.forEach((who, actor) -> {
            if (isSeen(wait, actor)) {
                readers.computeIfAbsent(read(wait, actor), text -> new ArrayList<>())
                        .add(who);
            }
        });
        return readers.entrySet().stream()
                .map(line -> String.join("、", line.getValue()) + "：" + line.getKey())
                .toList();
    }

    @Test
    void onlyThoseWhoMayDoItAreAskedToDoIt() {
        for (ModelWaits.Wait wait : waits()) {
            READERS.forEach((who, actor) -> seen(wait, actor)
                    .forEach(turn -> assertThat(turn.text().contains("请您"))
                            .as(wait + " to " + who + ": " + turn.text())
                            .isEqualTo(turn.mine())));
        }
    }

    @Test
    void nobodyIsToldThatTheChannelIsWaitedForWhileAnIncidentOfOursStopsIt() {
        for (ModelWaits.Wait wait : waits()) {
            if (wait.step() instanceof Step.Stopped) {
                READERS.forEach((who, actor) -> assertThat(seen(wait, actor))
                        .singleElement()
                        .satisfies(turn -> {
                            assertThat(turn.trouble()).isTrue();
                            assertThat(turn.text()).contains("平台").doesNotContain("等待微信", "等待渠道");
                            assertThat(turn.who()).isEqualTo(Role.OPS_SUPERVISOR.title());
                            assertThat(turn.incident() != null).isEqualTo(actor.is(Role.OPS_SUPERVISOR));
                        }));
            }
        }
    }

    /** A vendor has no business with applications. */
    private static boolean isSeen(ModelWaits.Wait wait, Actor actor) {
        return wait.model().equals("test-deduction-gate") || !actor.is(Role.LOT_VENDOR);
    }

    private static List<ModelWaits.Wait> waits() {
        return ModelWaits.all().stream()
                .filter(wait -> !OF_NO_APPLICATION.contains(wait.model()) && !TOLD_ELSEWHERE.contains(wait.toString()))
                .toList();
    }

    private static String read(ModelWaits.Wait wait, Actor actor) {
        List<SeenTurn> seen = seen(wait, actor);
        return seen.isEmpty()
                ? "（不显示）"
                : String.join(" / ", seen.stream().map(SeenTurn::text).toList());
    }

    private static List<SeenTurn> seen(ModelWaits.Wait wait, Actor actor) {
        List<Step> steps = List.of(wait.step());
        List<Turn> turns = wait.model().equals("test-deduction-gate")
                ? LotTurns.of(SampleLots.at(wait.element()), steps)
                : ApplicationTurns.of(
                        new ApplicationFacts(channel(wait.model()), state(wait.element()), Map.of()), steps);
        return new Reader(actor, Instant.parse("2026-11-23T03:00:00Z"), Map.of(), Set.of()).sees(turns, TENANT, false);
    }

    private static String channel(String model) {
        return Stream.of(Channel.values())
                .filter(channel -> model.equals(channel.code() + "-onboarding"))
                .findFirst()
                .orElse(Channel.WECHATPAY)
                .displayName();
    }

    /** The state goes with the step: it says who sent something back. */
    private static ApplicationState state(String element) {
        return switch (element) {
            case "userTask_correct" -> ApplicationState.RETURNED;
            case "userTask_findReason" -> ApplicationState.CHANNEL_REFUSED;
            default -> ApplicationState.SUBMITTED;
        };
    }

    private static Map<String, Actor> readers() {
        Map<String, Actor> readers = new LinkedHashMap<>();
        readers.put("车场方", new Actor("hubin", "", Set.of("lot-operator"), Set.of(TENANT)));
        readers.put("技术方", new Actor("zhilian", "", Set.of("lot-vendor", "vendor-zhilian"), Set.of()));
        readers.put("审核", new Actor("reviewer", "", Set.of("ops-reviewer"), Set.of()));
        readers.put("主管", new Actor("supervisor", "", Set.of("ops-supervisor"), Set.of()));
        readers.put("审计", new Actor("auditor", "", Set.of("auditor"), Set.of()));
        return readers;
    }
}

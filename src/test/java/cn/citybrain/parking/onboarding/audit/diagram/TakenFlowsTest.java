package cn.citybrain.parking.onboarding.audit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.audit.diagram.Course.Flow;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Passage;
import cn.citybrain.parking.onboarding.audit.diagram.Course.Step;
import cn.citybrain.parking.onboarding.audit.diagram.ModelFlows.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each in a model of its own: lines are written {@code from>to}, and are called that too. */
class TakenFlowsTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private final List<Step> steps = new ArrayList<>();

    @Test
    void followsALoopAndTheWayThatWasChosenEachTime() {
        step("start", 0, 0);
        step("correct", 0, 60);
        step("review", 60, 120);
        step("gateway", 120, 120);
        step("correct", 120, 180);
        step("review", 180, 240);
        step("gateway", 240, 240);
        step("end", 240, 240);

        assertThat(taken("start>correct", "correct>review", "review>gateway", "gateway>correct", "gateway>end"))
                .containsExactly(
                        "start>correct",
                        "correct>review",
                        "review>gateway",
                        "gateway>correct",
                        "correct>review",
                        "review>gateway",
                        "gateway>end");
    }

    @Test
    void tellsALoopApartWhoseStepsAllFallOnOneMoment() {
        step("gateway", 0, 0);
        step("again", 0, 0);
        step("gateway", 0, 0);
        step("end", 0, 0);

        assertThat(taken("gateway>again", "again>gateway", "gateway>end"))
                .containsExactly("gateway>again", "again>gateway", "gateway>end");
    }

    @Test
    void takesEveryWayOutOfAForkAndEveryWayIntoItsJoin() {
        step("fork", 0, 0);
        step("left", 0, 30);
        step("right", 0, 60);
        step("join", 30, 60);
        step("join", 60, 60);
        step("end", 60, 60);

        assertThat(taken("fork>left", "fork>right", "left>join", "right>join", "join>end"))
                .containsExactlyInAnyOrder("fork>left", "fork>right", "left>join", "right>join", "join>end");
    }

    @Test
    void seesAStepThatIsDoneSeveralTimesAtOnceAsOne() {
        step("bind", 0, 10);
        add("test#multiInstanceBody", "instance", 10, 50, Passage.DONE);
        add("test", "test#multiInstanceBody-2", 10, 30, Passage.DONE);
        add("test", "test#multiInstanceBody-2", 10, 50, Passage.DONE);
        step("end", 50, 50);

        assertThat(taken("bind>test", "test>end")).containsExactly("bind>test", "test>end");
    }

    @Test
    void leadsNowhereFromWhatWasCancelledOrIsElsewhere() {
        add("wait", "instance", 0, 60, Passage.CANCELLED);
        add("inner", "frame", 0, 60, Passage.DONE);
        step("end", 60, 60);

        assertThat(taken("wait>end", "inner>end")).isEmpty();
    }

    @Test
    void waitsForAStepThatIsBegunLater() {
        step("check", 0, 10);
        step("charge", 300, 310);

        assertThat(flows("check>charge")).containsExactly(new Flow("check>charge", NINE.plusSeconds(300)));
    }

    private void step(String element, long from, long to) {
        add(element, "instance", from, to, Passage.DONE);
    }

    private void add(String element, String scope, long from, long to, Passage passage) {
        String id = element + "-" + (steps.size() + 1);
        steps.add(new Step(
                id,
                "definition",
                element,
                element,
                "",
                scope,
                NINE.plusSeconds(from),
                NINE.plusSeconds(to),
                passage,
                "",
                "",
                ""));
    }

    private List<String> taken(String... lines) {
        return flows(lines).stream().map(Flow::flowId).toList();
    }

    private List<Flow> flows(String... lines) {
        List<Line> model = Stream.of(lines)
                .map(line -> new Line(line, line.split(">")[0], line.split(">")[1]))
                .toList();
        return TakenFlows.of(steps, new ModelFlows(model, Set.of("gateway")));
    }
}

package cn.citybrain.parking.onboarding.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every end of every model is reached on a way that people and channels go, through the real engine. */
@OnboardingTest
class EveryEndTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    HistoryService history;

    ProcessBench bench;

    @AfterEach
    void close() {
        if (bench != null) {
            bench.close();
        }
    }

    static Stream<Arguments> ways() {
        return Ways.ALL.stream()
                .flatMap(way -> way.channels().stream().map(channel -> Arguments.of(channel, way.how(), way)));
    }

    @Test
    void hasAWayToEveryEndAndToNoOther() {
        // holidays are about no application: HolidayTasksTest comes to its ends
        Set<String> ends = Models.names().stream()
                .filter(name -> !name.equals("holidays"))
                .flatMap(name -> Models.ends(name).stream())
                .collect(Collectors.toSet());
        Set<String> reached = Ways.ALL.stream()
                .flatMap(way -> way.channels().stream().flatMap(channel -> way.ends(channel).stream()))
                .collect(Collectors.toSet());
        assertThat(reached).containsExactlyInAnyOrderElementsOf(ends);
    }

    @Test
    void walksEveryWayAndToEveryEndThatItNames() {
        assertThat(Ways.ALL).allSatisfy(way -> {
            Set<String> own = way.channels().stream()
                    .flatMap(channel -> way.ends(channel).stream())
                    .map(end -> way.ends().contains(end) ? end : end.substring(end.indexOf('/') + 1))
                    .collect(Collectors.toSet());
            assertThat(own).as(way.how()).isNotEmpty().containsExactlyInAnyOrderElementsOf(way.ends());
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("ways")
    void isReachedWhen(Channel channel, String how, Way way) {
        bench = new ProcessBench(app, channel);
        Walk walk = new Walk(app, bench, channel, way);
        Set<String> ends = way.ends(channel);
        walk.until(() -> reached(walk.no).containsAll(ends));
        assertThat(reached(walk.no))
                .as("%s, which stands at %s", how, walk.stands())
                .containsAll(ends);
    }

    /**
     * The ends that an application and what belongs to it came to, each behind the name of its model. One question instead
     * of one for each instance: it is asked after every step.
     */
    private Set<String> reached(String no) {
        return history
                .createNativeHistoricActivityInstanceQuery()
                .sql("SELECT a.* FROM ACT_HI_ACTINST a JOIN ACT_HI_PROCINST p ON p.PROC_INST_ID_ = a.PROC_INST_ID_"
                        + " WHERE p.BUSINESS_KEY_ LIKE #{keys} AND a.ACT_TYPE_ LIKE '%EndEvent'")
                .parameter("keys", no + "%")
                .list()
                .stream()
                .map(step -> step.getProcessDefinitionKey() + "/" + step.getActivityId())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

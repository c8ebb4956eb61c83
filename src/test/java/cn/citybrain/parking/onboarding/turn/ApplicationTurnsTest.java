package cn.citybrain.parking.onboarding.turn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.turn.Step.PersonsTask;
import cn.citybrain.parking.onboarding.turn.Step.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application's turn follows where its process and its lots stand, never its state alone. */
class ApplicationTurnsTest {

    private static final Set<ApplicationState> LIVE = Set.of(ApplicationState.DONE, ApplicationState.PARTLY_DONE);

    @ParameterizedTest
    @EnumSource(
            value = BindingState.class,
            names = {"CONFIGURED", "REGISTERED", "TESTING"})
    void aLotThatCameLaterIsUnderWayWhateverTheApplicationsState(BindingState later) {
        for (ApplicationState state : LIVE) {
            assertThat(turns(state, Map.of(BindingState.LIVE, 2, later, 1)))
                    .singleElement()
                    .satisfies(turn -> {
                        assertThat(turn.whose()).isEqualTo(new Whose.TheLots());
                        assertThat(turn.words().outside()).isEqualTo("有停车场还在办理：共 3 个停车场，已正式接入 2 个，还有 1 个在办理，见各停车场");
                    });
        }
    }

    @Test
    void nobodyHasToDoAnythingWhereEveryLotIsOver() {
        assertThat(said(ApplicationState.DONE, Map.of(BindingState.LIVE, 1, BindingState.WITHDRAWN, 2)))
                .containsExactly("接入完成，无需操作");
        assertThat(said(ApplicationState.DONE, Map.of())).containsExactly("接入完成，无需操作");
    }

    @Test
    void underTestTheLotsAreNamedAlsoOnTheirWayFromOneStepToTheNext() {
        assertThat(said(ApplicationState.TESTING, Map.of(BindingState.LIVE, 1, BindingState.TESTING, 1)))
                .containsExactly("对接测试中：共 2 个停车场，已正式接入 1 个，还有 1 个在办理，见各停车场");
        assertThat(said(ApplicationState.TESTING, Map.of(BindingState.LIVE, 1)))
                .containsExactly("对接测试中：共 1 个停车场，已正式接入 1 个，还有 0 个在办理，见各停车场");
    }

    @Test
    void whatTheApplicationWaitsForItselfHidesNoLot() {
        PersonsTask task = new PersonsTask(
                new Place("NO1", null, "i1", "userTask_moreDevices", "补装 ETC 设备", SampleLots.SINCE, null),
                new Turn.Task("t1", "补装 ETC 设备", null),
                Role.LOT_OPERATOR,
                Role.LOT_OPERATOR.group(),
                SampleLots.SINCE,
                null,
                false);

        assertThat(said(ApplicationState.DONE, Map.of(BindingState.LIVE, 1, BindingState.CONFIGURED, 1), task))
                .containsExactly("等待车场方办理“补装 ETC 设备”", "有停车场还在办理：共 2 个停车场，已正式接入 1 个，还有 1 个在办理，见各停车场");
    }

    private static List<String> said(ApplicationState state, Map<BindingState, Integer> lots, Step... steps) {
        return turns(state, lots, steps).stream()
                .map(turn -> turn.words().outside())
                .toList();
    }

    private static List<Turn> turns(ApplicationState state, Map<BindingState, Integer> lots, Step... steps) {
        return ApplicationTurns.of(new ApplicationFacts("微信支付", state, lots), List.of(steps));
    }
}

package cn.citybrain.parking.onboarding.audit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.audit.Unclear;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search as it stands in an address. */
class AskedTest {

    @Test
    void asksForEverythingWhenNothingIsSaid() {
        Search search = asked(Map.of()).search();
        assertThat(search.states()).isEmpty();
        assertThat(search.channel()).isEmpty();
        assertThat(search.order()).isEqualTo(Order.BEGUN);
        assertThat(search.descending()).isTrue();
    }

    @Test
    void readsPlatesAsPeopleTypeThem() {
        assertThat(asked(Map.of("plate", " 浙a·12 345 ")).search().plate()).isEqualTo("浙A12345");
        assertThat(asked(Map.of("plate", "ａ１２-")).search().plate()).isEqualTo("A12");
    }

    @Test
    void aDayEndsBeforeItsMidnight() {
        assertThat(Days.read("from", "2026/11/2 00:00:00")).isEqualTo("2026-11-02");
    }

    @Test
    void takesRunningAndEndedForAllSuchStates() {
        assertThat(asked(Map.of("state", "running")).search().states())
                .contains(ApplicationState.TESTING)
                .noneMatch(ApplicationState::isFinal)
                .doesNotContain(ApplicationState.DRAFT);
        assertThat(asked(Map.of("state", "ENDED", "outcome", "DONE,REFUSED"))
                        .search()
                        .states())
                .containsExactlyInAnyOrder(ApplicationState.DONE, ApplicationState.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "channel, paypal, 没有渠道“paypal”",
        "state, GONE, 没有状态“GONE”",
        "state, DRAFT, 没有状态“DRAFT”",
        "outcome, TESTING, 不是结果",
        "with, incident;dispute, 没有标记",
        "from, 29.11.2026, 日期“29.11.2026”无效",
        "to, 2026-02-30, 日期“2026-02-30”无效",
        "to, 99999-01-01, 无效",
        "sort, drop, 不能按“drop”排序",
    })
    void namesTheFieldThatSaysSomethingImpossible(String field, String value, String message) {
        assertThatThrownBy(() -> asked(Map.of(field, value)).search())
                .isInstanceOfSatisfying(Unclear.class, unclear -> {
                    assertThat(unclear.field()).isEqualTo(field);
                    assertThat(unclear).hasMessageContaining(message);
                });
    }

    @Test
    void refusesWhatCannotBeBoth() {
        assertThatThrownBy(() ->
                        asked(Map.of("state", "RUNNING", "outcome", "DONE")).search())
                .hasMessageContaining("不可能同时成立");
        assertThatThrownBy(() ->
                        asked(Map.of("from", "2026-11-29", "to", "2026-11-28")).search())
                .hasMessageContaining("结束日期早于开始日期");
        assertThatThrownBy(() -> asked(Map.of("page", "first")).wanted()).hasMessageContaining("页码应为数字");
        assertThatThrownBy(() -> asked(Map.of("company", "停".repeat(101))).search())
                .hasMessageContaining("超过 100 个字");
    }

    /** With these fields, and nothing else said. */
    static Asked asked(Map<String, String> fields) {
        Object[] values = Arrays.stream(Asked.class.getRecordComponents())
                .map(field -> fields.get(field.getName()))
                .toArray();
        try {
            return (Asked) Asked.class.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.citybrain.parking.onboarding.delivery.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the list is read and held against what is in the jars. What it says today is {@code SupplyVerdictTest}'s. */
class KnownHolesTest {

    private static final String LIST = """
            - hole: CVE-1
              component: org.example:one
              versions: "[1.0,1.4.2)"
              what: reads what it should not
            - hole: CVE-2
              component: org.example.many:*
              versions: "(,2.0)"
              what: stops
              accepted:
                because: nobody calls it
                until: '2026-12-31'
            """;

    private static final LocalDate IN_TIME = LocalDate.of(2026, 12, 31);

    @Test
    void aVersionInTheRangeFails() {
        assertThat(open("org.example:one", "1.4.1"))
                .singleElement()
                .asString()
                .contains("CVE-1", "1.4.1", "reads what");
        assertThat(open("org.example:one", "1.4.2")).isEmpty();
        assertThat(open("org.example:one", "0.9")).isEmpty();
        assertThat(open("org.example:one-more", "1.0")).isEmpty();
    }

    @Test
    void versionsAreComparedAsMavenDoes() {
        assertThat(open("org.example:one", "1.4.10")).isEmpty();
        assertThat(open("org.example:one", "1.4.2-rc1")).isNotEmpty();
        assertThat(open("org.example:one", "1.4.2.Final")).isEmpty();
    }

    @Test
    void whatIsAcceptedIsSaidAndFailsTheDayAfterItsDate() {
        Set<Component> there =
                Set.of(new Component("org.example.many:a", "1"), new Component("org.example.many:b", "2"));
        KnownHoles known = KnownHoles.parsed(LIST);

        assertThat(known.of(there, IN_TIME).open()).isEmpty();
        assertThat(known.of(there, IN_TIME).accepted())
                .singleElement()
                .asString()
                .contains("org.example.many:a 1", "nobody calls it", "2026-12-31")
                .doesNotContain("many:b");
        assertThat(known.of(there, IN_TIME.plusDays(1)).open())
                .singleElement()
                .asString()
                .contains("look at it again", "nobody calls it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {hole: X, component: 'a:b', versions: '[1,2)'}",
                "- {hole: X, component: 'a:b', versions: '1.0', what: w}",
                "- {hole: X, component: 'a:b', versions: '[1,', what: w}",
                "- {hole: X, component: 'a:b', versions: '[1,2)', what: w, accepted: {until: '2026-12-31'}}",
                "- {hole: X, component: 'a:b', versions: '[1,2)', what: w, accepted: {because: b}}"
            })
    void aLineThatLacksSomethingIsNoLine(String line) {
        assertThatThrownBy(() -> KnownHoles.parsed(line)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whoever lengthens a date has to have looked. */
    @Test
    void nothingIsAcceptedForLongerThanHalfAYear() {
        assertThat(KnownHoles.read().holes().stream().flatMap(hole -> hole.accepted().stream()))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.until()).isBefore(LocalDate.of(2027, 6, 1)));
    }

    @Test
    void theListHasTheHolesOfWhatWasRaised() {
        KnownHoles known = KnownHoles.read();
        Stream.of(
                        new Component("org.apache.commons:commons-lang3", "3.17.0"),
                        new Component("org.apache.tomcat.embed:tomcat-embed-core", "10.1.55"),
                        new Component("com.fasterxml.jackson.core:jackson-databind", "2.21.4"),
                        new Component("org.postgresql:postgresql", "42.7.10"),
                        new Component("io.netty:netty-codec-mqtt", "4.1.132.Final"))
                .forEach(before -> assertThat(known.of(Set.of(before), IN_TIME).open())
                        .as(before.toString())
                        .isNotEmpty());
    }

    private static List<String> open(String name, String version) {
        return KnownHoles.parsed(LIST)
                .of(Set.of(new Component(name, version)), IN_TIME)
                .open();
    }
}

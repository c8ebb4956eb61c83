package cn.citybrain.parking.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnboardingTest
class ApplicationStartsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Test
    void engineAndOurTablesShareOneDatabase() {
        assertThat(engine.getName()).isEqualTo("default");
        assertThat(jdbc.sql("SELECT count(*) FROM event_publication")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM ACT_GE_PROPERTY")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}

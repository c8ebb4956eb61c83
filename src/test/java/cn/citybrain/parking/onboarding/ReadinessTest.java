package cn.citybrain.parking.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** What the container's health check asks, without login. */
@OnboardingTest
public class ReadinessTest {

    public static final String PATH = "/actuator/health/readiness";

    @Autowired
    TestRestTemplate http;

    @Test
    void aRunningApplicationIsReadyAndTellsStrangersNoMore() {
        var answer = http.getForEntity(PATH, String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("{\"status\":\"UP\"}");
    }
}

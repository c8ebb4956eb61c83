package cn.citybrain.parking.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Browser;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnboardingTest
class UnhandledErrorsTest {

    @LocalServerPort
    int port;

    @Test
    void scriptsAreToldInChineseAndNothingElse() {
        Browser operator = Browser.of(port, "hubin");

        assertSays(operator.get("/api/nothing"), 404, "没有这个地址。");
        assertSays(operator.call("DELETE", "/api/board", null), 405, "这个地址不接受这种请求方法。");
        assertSays(operator.get("/api/turns"), 400, "请求有误，没有办理。");
    }

    @Test
    void peopleGetAPage() {
        HttpResponse<String> page = Browser.of(port, "hubin")
                .send(new Browser(port).request("/nothing").header("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有这个页面").contains("回到首页").contains("<p class=\"ribbon\" >演示环境");
    }

    private static void assertSays(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"status\":%d,\"message\":\"%s\"}".formatted(status, message));
    }
}

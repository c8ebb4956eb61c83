package cn.citybrain.parking.onboarding.process.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestSteps;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@OnboardingTest
class TodosTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private ProcessBench bench;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app, Channel.ETC);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void saysWhoseTurnItIsAlsoWhereSeveralAreAtTheSameTime() {
        String fresh = bench.apply();
        String accepted = bench.apply();
        bench.accept(accepted);
        bench.worker.runOnce();

        assertThat(todos("supervisor", fresh + "," + accepted))
                .containsExactlyInAnyOrder(
                        fresh + " 受理 运营公司审核", accepted + " 等待 ETC 联系上门签约 车场方", accepted + " 安装 ETC 设备 车场方");
    }

    @Test
    void knowsTheTasksOfDevicesThatAreInstalledLater() {
        String no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        String lot = bench.lot().code();
        TestSteps.device(app, no, lot, "01", "33010000ABE0");
        bench.complete(no, "userTask_installDevices", Map.of());
        bench.complete(no, "userTask_acceptDevices", Map.of("devicesDecision", "accept"));
        bench.channel.review = () -> new ReviewResult.Approved("etc-" + no);
        bench.clock.advance(Duration.ofHours(1));
        bench.worker.runOnce();
        bench.worker.runOnce();
        bench.bind(no, List.of(lot));
        assertThat(todos("supervisor", no)).isEmpty();

        bench.runtime.startProcessInstanceByKey("etc-devices", Map.of("applicationNo", no));

        assertThat(todos("supervisor", no)).containsExactly(no + " 补装 ETC 设备 车场方");
    }

    @Test
    void showsNobodyTheTasksOfOthers() {
        String no = bench.apply();

        assertThat(todos("chengxi", no)).isEmpty();
        assertThat(todos("zhilian", no)).isEmpty();
    }

    @Test
    void refusesMoreThanAPageCanShow() {
        var answer = Browser.of(port, "supervisor")
                .get("/api/todos?applications=" + String.join(",", Collections.nCopies(101, "ET1")));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Browser.json(answer).path("message").asText()).isEqualTo("一次请查询 1 至 100 份申请");
    }

    private List<String> todos(String user, String numbers) {
        List<String> lines = new ArrayList<>();
        Browser.json(Browser.of(port, user).get("/api/todos?applications=" + numbers))
                .forEach(todo -> lines.add(todo.path("applicationNo").asText() + " "
                        + todo.path("task").asText() + " " + todo.path("who").asText()));
        return lines;
    }
}

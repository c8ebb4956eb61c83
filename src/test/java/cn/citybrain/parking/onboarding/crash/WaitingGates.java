package cn.citybrain.parking.onboarding.crash;

import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.MqttUsers;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.client.RestClient;

/** Plays one onboarding up to gates that wait for the record of their lot's test vehicle. First start only. */
@Order(Ordered.LOWEST_PRECEDENCE)
class WaitingGates implements ApplicationRunner {

    private static final String OPERATOR = "hubin";
    private static final String REVIEWER = "reviewer";

    private final ApplicationContext app;
    private final List<String> lotCodes;
    private final RestClient desk;

    WaitingGates(
            ApplicationContext app,
            @Value("${kill.lots:}") List<String> lotCodes,
            @Value("${onboarding.simulator.url}") String simulator) {
        this.app = app;
        this.lotCodes = lotCodes;
        this.desk = RestClient.create(simulator);
    }

    /** Of the n-th lot, counted from 0. */
    static String plate(int lot) {
        return "浙A7%04d".formatted(lot);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!lotCodes.isEmpty()) {
            open(lotCodes, 0, false);
        }
    }

    /**
     * @param first number of the first lot, see {@link #plate}
     * @param listening whether every other lot listens by MQTT, instead of asking
     */
    void open(List<String> codes, int first, boolean listening) {
        Merchant merchant = app.getBean(Merchants.class).byTenant(OPERATOR).orElseThrow();
        codes.forEach(code -> add(merchant, code));
        String no = opened(merchant, "622202120200%07d".formatted(first + 1));
        app.getBean(ChosenLots.class).choose(no, codes, OPERATOR);
        complete(no, "userTask_bindLots", Map.of());
        for (LotBinding lot : app.getBean(LotBindings.class).ofApplication(no)) {
            int number = first + codes.indexOf(lot.lotCode());
            prepare(lot, number, listening && number % 2 == 1);
        }
    }

    private void add(Merchant merchant, String code) {
        app.getBean(ParkingLots.class).add(code, "停车场" + code, "杭州市上城区", 100, merchant.id());
        app.getBean(Vendors.class).assign(code, "vendor-zhilian", "admin");
    }

    private String opened(Merchant merchant, String account) {
        String no = TestApplications.apply(app, Channel.WECHATPAY, merchant, account, OPERATOR);
        TestReviews.accept(app, no, REVIEWER);
        complete(no, "userTask_review", Map.of("reviewDecision", "accept"));
        await(() -> desk.get()
                        .uri("/demo/api/wechatpay/applications")
                        .retrieve()
                        .body(String.class)
                        .contains(no)
                ? no
                : null);
        for (int step = 0; step < 3; step++) {
            desk.post()
                    .uri("/demo/api/wechatpay/applications/{no}/advance", no)
                    .retrieve()
                    .toBodilessEntity();
        }
        complete(no, "userTask_confirmAccount", Map.of("accountDecision", "confirm"));
        return no;
    }

    private void prepare(LotBinding lot, int number, boolean listens) {
        JsonNode system = desk.get()
                .uri("/demo/api/lots/{code}", lot.lotCode())
                .retrieve()
                .body(JsonNode.class);
        app.getBean(AccessKeys.class)
                .register(
                        lot.lotCode(),
                        system.path("accessId").asText(),
                        system.path("publicKey").asText(),
                        "zhilian");
        if (listens) {
            listen(lot.lotCode(), system.path("accessId").asText());
        }
        // the task comes with TESTING, which a vehicle needs
        Task task = task(lot.applicationNo() + "-" + lot.lotCode(), "userTask_prepareInterface");
        app.getBean(TestVehicles.class).register(lot.id(), plate(number), 1, "openid", "zhilian");
        complete(task, Map.of());
    }

    private void listen(String lotCode, String accessId) {
        String password = app.getBean(MqttUsers.class).issue(accessId, "zhilian");
        desk.put()
                .uri("/demo/api/lots/{code}/reception", lotCode)
                .body(Map.of("mqttPassword", password))
                .retrieve()
                .toBodilessEntity();
    }

    private void complete(String businessKey, String step, Map<String, Object> variables) {
        complete(task(businessKey, step), variables);
    }

    private void complete(Task task, Map<String, Object> variables) {
        TaskService tasks = app.getBean(TaskService.class);
        tasks.setAssignee(task.getId(), REVIEWER);
        tasks.complete(task.getId(), variables);
    }

    private Task task(String businessKey, String step) {
        return await(() -> app.getBean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(step)
                .singleResult());
    }

    private static <T> T await(Callable<T> look) {
        return Awaitility.await().atMost(Duration.ofMinutes(3)).until(look, Objects::nonNull);
    }
}

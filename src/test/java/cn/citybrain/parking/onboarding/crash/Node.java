package cn.citybrain.parking.onboarding.crash;

import cn.citybrain.parking.onboarding.OnboardingApplication;
import cn.citybrain.parking.onboarding.demo.DemoApplication;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product in this JVM, with its schedules and jobs, on a PostgreSQL database that outlives it. Several may run beside
 * each other.
 */
final class Node implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("test.database.keep", "true"),
            Map.entry("spring.datasource.username", "postgres"),
            Map.entry("spring.datasource.password", "postgres"),
            Map.entry("onboarding.simulator.embedded", "false"),
            Map.entry("onboarding.process.worker.interval", "200ms"),
            Map.entry("onboarding.process.worker.poll-every", "1s"),
            Map.entry("onboarding.process.waiting.ask-after", "1s"),
            Map.entry("onboarding.process.sweep-every", "1s"),
            Map.entry("onboarding.deduction.query-schedule", "1s"),
            Map.entry("onboarding.deduction.sweep-interval", "PT1S"),
            Map.entry("camunda.bpm.generic-properties.properties.failedJobRetryTimeCycle", "R5/PT2S"),
            Map.entry("spring.task.scheduling.pool.size", "4"));

    private final ConfigurableApplicationContext app;

    private Node(ConfigurableApplicationContext app) {
        this.app = app;
    }

    /**
     * Starts and returns when it is ready.
     *
     * @param more settings, as arguments
     * @param beans besides the product's
     */
    static Node start(Path home, String database, String simulator, int port, List<String> more, Class<?>... beans) {
        List<String> arguments = new ArrayList<>();
        SETTINGS.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.add("--spring.datasource.url=" + database);
        arguments.add("--onboarding.data-dir=" + home);
        arguments.add("--onboarding.simulator.url=" + simulator);
        arguments.add("--server.port=" + port);
        arguments.addAll(more);
        List<Class<?>> sources = new ArrayList<>(List.of(beans));
        sources.add(OnboardingApplication.class);
        SpringApplication application = DemoApplication.with(sources.toArray(Class<?>[]::new));
        application.setRegisterShutdownHook(false);
        application.addInitializers(context ->
                context.getBeanFactory().registerSingleton("productOnly", new KillableApplication.ProductOnly()));
        return new Node(application.run(arguments.toArray(String[]::new)));
    }

    <T> T part(Class<T> type) {
        return app.getBean(type);
    }

    ApplicationContext beans() {
        return app;
    }

    JdbcClient jdbc() {
        return part(JdbcClient.class);
    }

    /** As if minutes had passed: what a node that is gone kept to itself is free for others. */
    void letLocksRunOut() {
        jdbc().sql("UPDATE act_ru_ext_task SET lock_exp_time_ = NULL, worker_id_ = NULL")
                .update();
        jdbc().sql("UPDATE awaited_answer SET claimed_until = NULL, claimed_by = NULL")
                .update();
        jdbc().sql("UPDATE act_ru_job SET lock_exp_time_ = NULL, lock_owner_ = NULL")
                .update();
    }

    /** The newest binding of a lot. */
    LotBinding bindingOf(String lotCode) {
        return part(LotBindings.class).of(lotCode).get(0);
    }

    String stateOf(String lotCode) {
        return bindingOf(lotCode).state().name();
    }

    /** Ends it as the product ends a one-shot command. */
    int exit() {
        int code = SpringApplication.exit(app);
        close();
        return code;
    }

    @Override
    public void close() {
        app.close();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

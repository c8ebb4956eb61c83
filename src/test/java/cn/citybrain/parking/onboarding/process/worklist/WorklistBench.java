package cn.citybrain.parking.onboarding.process.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.RunStatements;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long lists, searches and counts take each role over HTTP with 100,000 open tasks on PostgreSQL, what Tasklist itself
 * still asks the engine for included; beside them what it asked before, and a call that reads nothing of all this, as the
 * measure of the machine. {@code mvn -Pbench test -Dtest=WorklistBench}; printed and written to {@code target/bench/}, with
 * the plans of our statements. Fewer rounds: {@code -Dbench.rounds=11}.
 */
@OnboardingTest
class WorklistBench {

    /** What a person may wait for a list or its counts, in milliseconds: told, not judged, as it is the machine's too. */
    private static final double LIMIT = 300;

    private static final int WARM_UP = 3;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 41);
    private static final String SESSION = "/api/session";
    private static final List<String> PEOPLE = List.of(City.OPERATOR, "zhilian", "reviewer", "supervisor");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    OpenTaskAlignment alignment;

    @Autowired
    Worklist worklist;

    @Autowired
    ChannelWaits waits;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void measure() throws IOException {
        assumeTrue(TestDatabase.onPostgres(), "a city's rows are made by PostgreSQL's own means");
        City city = new City(app);
        city.build();
        try {
            StringBuilder text = new StringBuilder(
                    "PostgreSQL: %,d open tasks, %,d awaited answers%n".formatted(City.TASKS, City.WAITS));
            long start = System.nanoTime();
            assertThat(alignment.align()).isEqualTo(City.TASKS);
            text.append("  %-46s %8.1f s%n"
                    .formatted("all rows, at the start after the upgrade", (System.nanoTime() - start) / 1e9));
            jdbc.execute("ANALYZE");
            start = System.nanoTime();
            assertThat(alignment.align()).isZero();
            text.append("  %-46s %8.1f s%n"
                    .formatted("a comparison that finds nothing", (System.nanoTime() - start) / 1e9));
            Map<String, Supplier<Integer>> calls = calls();
            Map<String, List<Double>> millis = measured(calls);
            double machine = percentile(millis.get("reviewer: who am I"), 50);
            millis.forEach((call, all) -> text.append("  %-46s median %7.1f ms, p95 %7.1f ms%s, %5.1f x who am I%n"
                    .formatted(
                            call,
                            percentile(all, 50),
                            percentile(all, 95),
                            percentile(all, 95) < LIMIT ? "" : " (over the limit)",
                            percentile(all, 50) / machine)));
            text.append(before());
            System.out.print(text);
            text.append(plans());
            Path file = Path.of("target/bench/worklist.txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            assertThat(millis).hasSize(calls.size());
        } finally {
            city.forget();
        }
    }

    private Map<String, Supplier<Integer>> calls() {
        Map<String, Supplier<Integer>> calls = new LinkedHashMap<>();
        PEOPLE.forEach(user -> {
            Browser browser = Browser.of(port, user);
            Map<String, String> paths = new LinkedHashMap<>();
            paths.put("who am I", SESSION);
            paths.put("list", "/api/worklist");
            paths.put("list, all", "/api/worklist?filter=all");
            paths.put("list, overdue", "/api/worklist?filter=overdue");
            paths.put("list, of a channel", "/api/worklist?channel=wechatpay");
            paths.put("list, page 50", "/api/worklist?filter=all&page=50");
            paths.put("list, waiting", "/api/worklist?filter=waiting");
            paths.put("counts", "/api/worklist/counts");
            paths.put("counts above lists", "/api/todos/count");
            Map<String, String> sought = new LinkedHashMap<>();
            sought.put("number", "WBG000000007");
            sought.put("company", "压测第7停车");
            sought.put("lot", "压测147号");
            sought.put(
                    "plate",
                    jdbc.queryForObject(
                            "SELECT plate_no FROM test_vehicle v JOIN bench_task t ON t.binding_id = v.binding_id"
                                    + " WHERE t.tenant_id = 'wb7' LIMIT 1",
                            String.class));
            sought.put("part of a plate", "0123");
            sought.put("step and channel", "受理 微信");
            sought.put("what all have", "停车");
            sought.forEach((what, q) -> {
                paths.put("found by " + what, "/api/worklist?filter=all&q=" + encode(q));
                paths.put("counts by " + what, "/api/worklist/counts?q=" + encode(q));
            });
            paths.put("waiting by company", "/api/worklist?filter=waiting&q=" + encode("压测第7停车"));
            String engine = "/camunda/api/engine/engine/default/";
            String task = Browser.json(browser.get("/api/worklist?filter=todo"))
                    .at("/rows/0/id")
                    .asText();
            paths.put("Tasklist: filters", engine + "filter/count?itemCount=false&resourceType=Task");
            paths.put("Tasklist: a task", engine + "task/" + task);
            paths.put("Tasklist: who may do it", engine + "task/" + task + "/identity-links");
            paths.forEach((name, path) -> calls.put(
                    (user.equals(City.OPERATOR) ? "operator" : user.equals("zhilian") ? "vendor" : user) + ": " + name,
                    () -> browser.get(path).statusCode()));
        });
        return calls;
    }

    /** All in turn, round after round, so that whatever else the machine does hits each alike; sorted. */
    private static Map<String, List<Double>> measured(Map<String, Supplier<Integer>> calls) {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            boolean counts = round >= WARM_UP;
            calls.forEach((name, call) -> {
                long start = System.nanoTime();
                assertThat(call.get()).as(name).isEqualTo(200);
                double taken = (System.nanoTime() - start) / 1e6;
                List<Double> all = millis.computeIfAbsent(name, key -> new ArrayList<>());
                if (counts) {
                    all.add(taken);
                }
            });
        }
        millis.values().forEach(all -> all.sort(null));
        return millis;
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }

    /** What Tasklist asked the engine for before it had our list: once each, as it may take minutes. */
    private String before() {
        StringBuilder text = new StringBuilder();
        for (String user : PEOPLE) {
            Browser browser = Browser.of(port, user);
            for (String query : List.of(
                    "task/count?unassigned=true", "task?unassigned=true&sortBy=created&sortOrder=desc&maxResults=15")) {
                long start = System.nanoTime();
                int status = browser.engine(query).statusCode();
                text.append("  %-46s %8.1f ms (%d)%n"
                        .formatted(
                                "before, " + user + ": " + query.replaceFirst("[?].*", ""),
                                (System.nanoTime() - start) / 1e6,
                                status));
            }
        }
        return text.toString();
    }

    private String plans() {
        StringBuilder text = new StringBuilder("\n");
        for (String user : PEOPLE) {
            Actor actor = people.find(user).orElseThrow();
            for (String q : List.of("", "压测147号", "停车")) {
                Wanted wanted = new Wanted(q, 1, 20);
                plan(text, user + ", list, " + q, () -> worklist.find(actor, WorkFilter.TODO, "", wanted));
                plan(text, user + ", counts, " + q, () -> worklist.counts(actor, wanted));
                plan(text, user + ", waiting, " + q, () -> waits.find(actor, "", wanted));
            }
        }
        return text.toString();
    }

    private void plan(StringBuilder text, String name, Runnable work) {
        RunStatements.of(work).forEach(statement -> text.append("== ")
                .append(name)
                .append("\n")
                .append(statement.sql())
                .append("\n")
                .append(statement.plan(jdbc))
                .append("\n\n"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
